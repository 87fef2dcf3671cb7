import { Link } from '@backstage/ui';
import type { PilotEntityV1alpha1 } from '@pilot-to-platform/plugin-pilot-common';
import { isWebAddress } from '../../format/isWebAddress';
import { UserText } from '../shared/UserText';
import classes from './PilotCard.module.css';

/** Technology choices with why, each with the way to read more. */
export function Choices(props: {
  choices: NonNullable<PilotEntityV1alpha1['spec']['decisions']>;
}) {
  return (
    <ul className={classes.choices}>
      {props.choices.map(({ title, rationale, link }) => (
        <li key={title}>
          {link && isWebAddress(link) ? (
            <Link href={link} target="_blank" rel="noopener noreferrer">
              {title}
            </Link>
          ) : (
            title
          )}
          <UserText>{rationale}</UserText>
        </li>
      ))}
    </ul>
  );
}
