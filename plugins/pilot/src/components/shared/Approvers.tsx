import { Fragment } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useLanguage } from '../../hooks/useLanguage';
import { EntityName } from './EntityName';

/** "Council or Board": the Groups of whom any can decide. */
export function Approvers(props: {
  approvers: readonly string[];
  isLink?: boolean;
}) {
  const { approvers, isLink = false } = props;
  const list = new Intl.ListFormat(useLanguage(), { type: 'disjunction' });
  const parts = list.formatToParts(approvers);
  return (
    <>
      {parts.map(({ type, value }, index) => (
        // eslint-disable-next-line react/no-array-index-key -- never reordered
        <Fragment key={index}>
          {type === 'literal' && value}
          {type === 'element' &&
            (isLink ? (
              <EntityRefLink entityRef={value} defaultKind="group" />
            ) : (
              <EntityName entityRef={value} />
            ))}
        </Fragment>
      ))}
    </>
  );
}
