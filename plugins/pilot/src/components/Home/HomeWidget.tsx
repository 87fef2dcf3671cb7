import { useId, type ReactNode } from 'react';
import { Link, Skeleton, Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DemandListItem,
  DemandPage,
  Interest,
} from '@pilot-to-platform/plugin-pilot-common';
import { pilotApiRef } from '../../api/pilotApiRef';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useName } from '../../hooks/useName';
import { type Page, type Pages, usePages } from '../../hooks/usePages';
import { usePilotsLink } from '../../hooks/usePilotsLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useSetting } from '../../hooks/useSetting';
import { isNews } from '../MyNeeds/needSections';
import { InterestStatusChip } from '../shared/chips/InterestStatusChip';
import { LevelChip } from '../shared/chips/LevelChip';
import { LoadingPart } from '../shared/LoadingPart';
import { Region } from '../shared/Region';
import classes from './HomeWidget.module.css';
import { useWaiting, type WaitingItem } from './useWaiting';
import { WaitingRow } from './WaitingRow';

const shown = 5;

/** Shows what waits for the reader, their news, and the most wanted Pilots. */
export function HomeWidget() {
  const { t } = usePilotTranslation();
  const pilotsLink = usePilotsLink();
  const waiting = useWaiting();
  const news = useNews();
  const wanted = useWanted();
  const lists: Array<Pages<Page>> = [waiting, news, wanted];

  // All three at once, so that none of them moves another one down.
  if (!lists.every(isSettled)) {
    return (
      <div className={classes.widget} aria-busy="true">
        <LoadingPart thing={t('home.title')} outline={<Outline />} />
      </div>
    );
  }
  return (
    <div className={classes.widget}>
      <HomeList title={t('home.waiting')} list={waiting}>
        {item => <WaitingRow key={keyOf(item)} item={item} />}
      </HomeList>
      <HomeList title={t('home.news')} list={news}>
        {interest => <NewsRow key={interest.id} interest={interest} />}
      </HomeList>
      <HomeList title={t('home.wanted')} list={wanted}>
        {item => <WantedRow key={item.target} item={item} />}
      </HomeList>
      {lists.every(isEmpty) && (
        <Text as="p" variant="body-medium" className={classes.text}>
          {t('home.nothing')}
        </Text>
      )}
      {pilotsLink && (
        <div>
          <Link href={pilotsLink('portfolio')}>{t('home.all')}</Link>
        </div>
      )}
    </div>
  );
}

function keyOf(item: WaitingItem): string {
  switch (item.type) {
    case 'confirm':
      return item.type;
    case 'answer':
      return item.team;
    default:
      return `${item.type} ${item.target}`;
  }
}

function isSettled(list: Pages<Page>): boolean {
  return list.pages.length > 0 || list.error !== undefined;
}

function isEmpty({ pages, error, isHidden }: Pages<Page>): boolean {
  const hasFailed = error !== undefined && !isHidden;
  return !hasFailed && pages.every(({ items }) => items.length === 0);
}

function Outline() {
  return (
    <div className={classes.list}>
      <Skeleton width="8rem" height="1.25rem" />
      <Skeleton width="100%" height="1.5rem" />
      <Skeleton width="100%" height="1.5rem" />
      <Skeleton width="100%" height="1.5rem" />
    </div>
  );
}

/** A short list under its title; absent while there is nothing in it. */
function HomeList<T>(props: {
  title: string;
  list: Pages<Page & { items: readonly T[] }>;
  children: (item: T) => ReactNode;
}) {
  const { title, list, children } = props;
  const id = useId();
  const items = list.pages.flatMap(page => page.items);
  if (items.length === 0 && (!list.error || list.isHidden)) return null;
  return (
    <section {...list.frame} aria-labelledby={id}>
      <Text
        as="h3"
        id={id}
        variant="body-medium"
        weight="bold"
        className={classes.title}
      >
        {title}
      </Text>
      <Region
        state={list}
        thing={title}
        outline={<Skeleton width="100%" height="1.5rem" />}
      >
        {() =>
          items.length > 0 && (
            <ul className={classes.list}>{items.map(children)}</ul>
          )
        }
      </Region>
    </section>
  );
}

/** A Pilot that many want. */
function WantedRow({ item }: { item: DemandListItem }) {
  const { t } = usePilotTranslation();
  const link = useDemandLink();
  const fallbackName = useName(item.target);
  return (
    <li className={classes.row}>
      <Link href={link(item.target)}>{item.title ?? fallbackName}</Link>
      <LevelChip level={item.level} />
      <span>{t('demand.teams', { count: item.counts.teams })}</span>
    </li>
  );
}

/** The Pilots with the highest demand; what nobody asked for is not wanted. */
function useWanted(): Pages<DemandPage> {
  const api = useApi(pilotApiRef);
  return usePages('wanted', (cursor, signal) =>
    api.listDemand(
      {
        kind: ['Pilot'],
        level: ['faint', 'emerging', 'strong', 'proven'],
        orderBy: '-score',
        limit: shown,
        cursor,
      },
      { signal },
    ),
  );
}

/** Shows an owner's answer to one of the reader's interests. */
function NewsRow({ interest }: { interest: Interest }) {
  const { target, targetTitle, targetGone, movedAway, status } = interest;
  const { t } = usePilotTranslation();
  const link = useDemandLink();
  const fallbackName = useName(target);
  const name = targetTitle ?? fallbackName;
  return (
    <li className={classes.row}>
      {targetGone ? (
        <span>
          {name}
          {movedAway && ` (${t('teamCard.moved')})`}
        </span>
      ) : (
        <Link href={link(target)}>{name}</Link>
      )}
      <InterestStatusChip status={status} />
    </li>
  );
}

/** The latest answers that the reader has not seen on My needs, newest first. */
function useNews(): Pages<{ items: readonly Interest[] }> {
  const api = useApi(pilotApiRef);
  // My needs writes it; this list is no visit.
  const visit = useSetting('myNeedsVisit');
  const key = visit.isKnown ? `since ${visit.value ?? 'ever'}` : undefined;
  return usePages(key, async (_cursor, signal) => {
    const { items } = await api.listInterests(
      {
        author: 'me',
        status: ['acknowledged', 'planned', 'adopted', 'declined'],
      },
      { signal },
    );
    const news = items.filter(interest => isNews(interest, visit.value));
    const when = ({ statusAt }: Interest) => Date.parse(statusAt ?? '');
    news.sort((a, b) => when(b) - when(a));
    return { items: news.slice(0, shown) };
  });
}
