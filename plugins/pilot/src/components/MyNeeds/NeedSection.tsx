import { useId } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import type {
  Interest,
  InterestPage,
} from '@pilot-to-platform/plugin-pilot-common';
import type { Pages } from '../../hooks/usePages';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Region } from '../shared/Region';
import { ShowMore } from '../shared/ShowMore';
import classes from './MyNeeds.module.css';
import { NeedRow } from './NeedRow';

/** Some of the interests under one title; absent where there are none. */
export function NeedSection(props: {
  title: string;
  items: readonly Interest[];
  /** The list that they are from, where it is loaded here. */
  list?: Pages<InterestPage>;
  hasAuthor: boolean;
  onStatus: (status: string) => void;
}) {
  const { title, items, list, hasAuthor, onStatus } = props;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const heading = useId();
  const isComplete = list?.value !== undefined && !list.more && !list.error;
  if (items.length === 0 && (!list || isComplete)) return null;
  return (
    <section
      {...list?.frame}
      className={classes.section}
      aria-labelledby={heading}
    >
      <Text as="h3" variant="body-large" weight="bold" id={heading}>
        {list && !isComplete
          ? title
          : t('myNeeds.section', {
              title,
              number: numbers.count(items.length),
            })}
      </Text>
      {list && <Region state={list} thing={title} outline={<Outline />} />}
      <ul className={classes.rows}>
        {items.map(interest => (
          <NeedRow
            key={interest.id}
            interest={interest}
            hasAuthor={hasAuthor}
            onStatus={onStatus}
          />
        ))}
      </ul>
      {list && (
        <ShowMore
          list={list}
          thing={title}
          of={title}
          size="medium"
          className={classes.more}
        />
      )}
    </section>
  );
}

function Outline() {
  return (
    <div className={classes.rows}>
      <Skeleton width="100%" height="6rem" />
      <Skeleton width="100%" height="6rem" />
    </div>
  );
}
