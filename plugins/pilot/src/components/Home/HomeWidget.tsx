import { Link, Skeleton, Text } from '@backstage/ui';
import { isHidden } from '../../api/errorStatus';
import type { Page, Pages } from '../../hooks/usePages';
import { usePilotsLink } from '../../hooks/usePilotsLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LoadingPart } from '../shared/LoadingPart';
import { HomeList } from './HomeList';
import classes from './HomeWidget.module.css';
import { NewsRow } from './NewsRow';
import { useNews } from './useNews';
import { useWaiting } from './useWaiting';
import type { WaitingItem } from './WaitingItem';
import { useWanted } from './useWanted';
import { WaitingRow } from './WaitingRow';
import { WantedRow } from './WantedRow';

/** What a person wants to know of Pilots without looking for it. */
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

function isEmpty({ pages, error }: Pages<Page>): boolean {
  const hasFailed = error !== undefined && !isHidden(error);
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
