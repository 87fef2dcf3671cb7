import type { ReactNode } from 'react';
import { Button, Skeleton, Text } from '@backstage/ui';
import type { Page, Pages } from '../../hooks/usePages';
import { isHidden } from '../../api/errorStatus';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LoadFailed } from '../shared/LoadFailed';
import { LoadingPart } from '../shared/LoadingPart';
import classes from './TeamCard.module.css';

/** One of the two lists of a team, in whatever state it is. */
export function NeedsPanel(props: {
  thing: string;
  list: Pages<Page>;
  empty: string;
  children: ReactNode[];
}) {
  const { thing, list, empty, children } = props;
  const { t } = usePilotTranslation();
  const isLoading = list.pages.length === 0 && !list.error;
  const isEmpty = list.pages.length > 0 && children.length === 0;
  return (
    <div className={classes.panel} aria-busy={isLoading}>
      {isLoading && <LoadingPart thing={thing} outline={<Outline />} />}
      {list.error && !isHidden(list.error) && (
        <LoadFailed thing={thing} onRetry={list.reload} />
      )}
      {list.error && isHidden(list.error) && <Note>{t('state.nothing')}</Note>}
      {isEmpty && !list.more && <Note>{empty}</Note>}
      {children.length > 0 && <ul className={classes.list}>{children}</ul>}
      {list.more && (
        <Button
          size="small"
          variant="secondary"
          isPending={list.isMorePending}
          onPress={list.more}
        >
          {t('state.more')}
        </Button>
      )}
    </div>
  );
}

function Note({ children }: { children: string }) {
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      {children}
    </Text>
  );
}

function Outline() {
  return (
    <div className={classes.list}>
      <Skeleton width="100%" height="1.5rem" />
      <Skeleton width="100%" height="1.5rem" />
      <Skeleton width="100%" height="1.5rem" />
    </div>
  );
}
