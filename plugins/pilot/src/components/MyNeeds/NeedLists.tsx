import { useEffect, useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  InterestPage,
  ListInterestsQuery,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useName } from '../../hooks/useName';
import { type Pages, usePages } from '../../hooks/usePages';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useSetting } from '../../hooks/useSetting';
import { catalogIndexRouteRef } from '../../routes';
import classes from './MyNeeds.module.css';
import { NeedSection } from './NeedSection';
import { isNews, doneStatuses, openStatuses } from './needSections';
import { PleaseRate } from './PleaseRate';

const pageSize = 50;

/** Interests of the reader, or of one of their teams. */
interface Needs {
  /** Absent for a team: only the reader's own can be due. */
  readonly due?: Pages<InterestPage>;
  readonly open: Pages<InterestPage>;
  readonly done: Pages<InterestPage>;
}

/** The reader's last visit before this one. */
interface LastVisit {
  readonly at?: string;
  readonly isKnown: boolean;
}

/** Lists what waits for its author first, then news, open ones and the rest. */
export function NeedLists(props: {
  team: string | undefined;
  onStatus: (status: string) => void;
}) {
  const { team, onStatus } = props;
  const { t } = usePilotTranslation();
  const { due, open, done } = useNeeds(team);
  const lists = [due, open, done].flatMap(list => (list ? [list] : []));
  const isReady = lists.every(list => list.pages.length > 0);
  // A row must not move, so none is shown before its section is known.
  const isSettled = lists.every(
    list => list.pages.length > 0 || list.error !== undefined,
  );
  const visit = useLastVisit(isReady && !team);

  if (lists.some(({ isHidden }) => isHidden)) {
    return <p className={classes.text}>{t('state.nothing')}</p>;
  }
  const toConfirm = itemsOf(due);
  const isDue = new Set(toConfirm.map(({ id }) => id));
  const others = [...itemsOf(open), ...itemsOf(done)].filter(
    ({ id }) => !isDue.has(id),
  );
  const news = others.filter(interest => isNews(interest, visit.at));
  const isElsewhere = new Set([...isDue, ...news.map(({ id }) => id)]);
  const rest = (list: Pages<InterestPage>) =>
    isSettled && visit.isKnown
      ? itemsOf(list).filter(({ id }) => !isElsewhere.has(id))
      : [];
  const isEmpty = isReady && toConfirm.length + others.length === 0;
  if (isEmpty && lists.every(({ more }) => !more)) {
    return <NoNeeds team={team} />;
  }
  const shared = { hasAuthor: team !== undefined, onStatus };
  return (
    <>
      <NeedSection
        title={t('myNeeds.confirm')}
        items={toConfirm}
        list={due}
        {...shared}
      />
      <PleaseRate interests={itemsOf(done)} team={team} />
      <NeedSection
        title={t('myNeeds.news')}
        items={isSettled && visit.isKnown ? news : []}
        {...shared}
      />
      <NeedSection
        title={t('status.open')}
        items={rest(open)}
        list={open}
        {...shared}
      />
      <NeedSection
        title={t('myNeeds.done')}
        items={rest(done)}
        list={done}
        {...shared}
      />
    </>
  );
}

function itemsOf(list: Pages<InterestPage> | undefined) {
  return list ? list.pages.flatMap(({ items }) => items) : [];
}

/** Nobody of those asked for anything yet. */
function NoNeeds({ team }: { team: string | undefined }) {
  const { t } = usePilotTranslation();
  const catalogIndex = useRouteRef(catalogIndexRouteRef);
  return (
    <div className={classes.section}>
      <p className={classes.text}>
        {team ? <NoneOf team={team} /> : t('myNeeds.empty')}
      </p>
      {catalogIndex && (
        <div>
          <ButtonLink variant="secondary" href={catalogIndex()}>
            {t('myNeeds.browse')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

function NoneOf({ team }: { team: string }) {
  const { t } = usePilotTranslation();
  return <>{t('myNeeds.emptyTeam', { team: useName(team) })}</>;
}

/** @param isSeen - what has changed since then is on the screen */
function useLastVisit(isSeen: boolean): LastVisit {
  const { value, isKnown, set } = useSetting('myNeedsVisit');
  const [before, setBefore] = useState<LastVisit>({ isKnown: false });
  useEffect(() => {
    if (isKnown) setBefore(now => (now.isKnown ? now : { at: value, isKnown }));
  }, [isKnown, value]);
  useEffect(() => {
    // That a visit was not kept shows the same news once more, no more.
    if (before.isKnown && isSeen) set(new Date().toISOString()).catch(() => {});
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once a visit
  }, [before.isKnown, isSeen]);
  return before;
}

/** @param team - the reader's own without */
function useNeeds(team: string | undefined): Needs {
  const whose = team ? { team } : { author: 'me' };
  const due = useInterests(team ? undefined : { ...whose, confirmDue: true });
  const open = useInterests({ ...whose, status: openStatuses });
  const done = useInterests({ ...whose, status: doneStatuses });
  return { due: team ? undefined : due, open, done };
}

function useInterests(
  query: ListInterestsQuery | undefined,
): Pages<InterestPage> {
  const pilotApi = useApi(pilotApiRef);
  const key = query && JSON.stringify(query);
  return usePages(key, (cursor, signal) =>
    pilotApi.listInterests({ ...query, cursor, limit: pageSize }, { signal }),
  );
}
