import { useId } from 'react';
import { Button, Skeleton, Text } from '@backstage/ui';
import type {
  Interest,
  InterestPage,
} from '@pilot-to-platform/plugin-pilot-common';
import type { Pages } from '../../hooks/usePages';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
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
  const isLoading = list?.isPending && list.pages.length === 0;
  if (items.length === 0 && !isLoading && !list?.error && !list?.more) {
    return null;
  }
  return (
    <section
      className={classes.section}
      aria-labelledby={heading}
      aria-busy={Boolean(list?.isPending)}
    >
      <Text as="h3" variant="body-large" weight="bold" id={heading}>
        {list?.more || isLoading || list?.error
          ? title
          : t('myNeeds.section', {
              title,
              number: numbers.count(items.length),
            })}
      </Text>
      {isLoading && <LoadingPart thing={title} outline={<Outline />} />}
      {list?.error && <LoadFailed thing={title} onRetry={list.reload} />}
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
      {list?.more && list.moreError && (
        <LoadFailed thing={title} onRetry={list.more} />
      )}
      {list?.more && !list.moreError && (
        <Button
          variant="secondary"
          className={classes.more}
          aria-label={`${t('state.more')}, ${title}`}
          isPending={list.isMorePending}
          onPress={list.more}
        >
          {t('state.more')}
        </Button>
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
