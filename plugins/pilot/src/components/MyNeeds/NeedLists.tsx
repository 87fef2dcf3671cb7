import type { InterestPage } from '@pilot-to-platform/plugin-pilot-common';
import { isHidden } from '../../api/errorStatus';
import type { Pages } from '../../hooks/usePages';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './MyNeeds.module.css';
import { NeedSection } from './NeedSection';
import { isNews } from './needSections';
import { NoNeeds } from './NoNeeds';
import { PleaseRate } from './PleaseRate';
import { useLastVisit } from './useLastVisit';
import { useNeeds } from './useNeeds';

/** What waits for its author first, then news, then what is open, then the rest. */
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

  if (lists.some(({ error }) => error && isHidden(error))) {
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
