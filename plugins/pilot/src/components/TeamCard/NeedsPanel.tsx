import type { ReactNode } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import type { Page, Pages } from '../../hooks/usePages';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Region } from '../shared/Region';
import { ShowMore } from '../shared/ShowMore';
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
  return (
    <div {...list.frame} className={classes.panel}>
      <Region
        state={list}
        thing={thing}
        outline={<Outline />}
        hidden={<Note>{t('state.nothing')}</Note>}
        empty={() =>
          children.length === 0 && !list.more && <Note>{empty}</Note>
        }
      >
        {() =>
          children.length > 0 && <ul className={classes.list}>{children}</ul>
        }
      </Region>
      <ShowMore list={list} thing={thing} />
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
