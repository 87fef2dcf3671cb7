import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Tab, TabList, TabPanel, Tabs, Link } from '@backstage/ui';
import {
  type Interest,
  type DemandListItem,
  interestStatuses,
} from '@pilot-to-platform/plugin-pilot-common';
import { displayName } from '../../format/displayName';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useName } from '../../hooks/useName';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import {
  InternalChip,
  InterestStatusChip,
} from '../shared/chips/InterestStatusChip';
import { LevelChip } from '../shared/chips/LevelChip';
import { NeedsPanel } from './NeedsPanel';
import classes from './TeamCard.module.css';
import { useOpenCounts, useAskedFor, useAskedOf } from './useTeamNeeds';

/** Shows what the Group of the page asked for, and what others ask of it. */
export function TeamCard() {
  const { entity } = useEntity();
  const team = stringifyEntityRef(entity);
  const { t } = usePilotTranslation();
  const askedFor = useAskedFor(team);
  const askedOf = useAskedOf(team);
  const open = useOpenCounts(team);
  const name = displayName(entity);

  if (askedFor.isHidden && askedOf.isHidden) return null;
  const forTotal = askedFor.pages[0]?.total;
  const ofTotal = askedOf.pages[0]?.total;
  return (
    <EntityInfoCard title={t('teamCard.title')}>
      <Tabs>
        <TabList aria-label={t('teamCard.title')}>
          <Tab id="for" className={classes.tab}>
            {forTotal === undefined
              ? t('teamCard.askedForSome')
              : t('teamCard.askedFor', { total: String(forTotal) })}
          </Tab>
          <Tab id="of" className={classes.tab}>
            {ofTotal === undefined
              ? t('teamCard.askedOfSome')
              : t('teamCard.askedOf', { total: String(ofTotal) })}
          </Tab>
        </TabList>
        <TabPanel id="for">
          <NeedsPanel
            thing={t('teamCard.askedForSome')}
            list={askedFor}
            empty={t('teamCard.askedForEmpty', { team: name })}
          >
            {orderByStatus(askedFor.pages.flatMap(({ items }) => items)).map(
              interest => (
                <AskedForRow key={interest.id} interest={interest} />
              ),
            )}
          </NeedsPanel>
        </TabPanel>
        <TabPanel id="of">
          <NeedsPanel
            thing={t('teamCard.askedOfSome')}
            list={askedOf}
            empty={t('teamCard.askedOfEmpty', { team: name })}
          >
            {askedOf.pages
              .flatMap(({ items }) => items)
              .map(item => (
                <AskedOfRow
                  key={item.target}
                  item={item}
                  open={open?.get(item.target)}
                />
              ))}
          </NeedsPanel>
        </TabPanel>
      </Tabs>
    </EntityInfoCard>
  );
}

/** One thing that the team asked for. Who in the team did is not shown. */
function AskedForRow({ interest }: { interest: Interest }) {
  const { target, targetTitle, targetGone, movedAway } = interest;
  const { status, internal } = interest;
  const { t } = usePilotTranslation();
  const link = useDemandLink();
  const fallbackName = useName(target);
  const name = targetTitle ?? fallbackName;
  return (
    <li className={classes.row}>
      {targetGone ? (
        <span>
          {name} ({t(movedAway ? 'teamCard.moved' : 'teamCard.gone')})
        </span>
      ) : (
        <Link href={link(target)}>{name}</Link>
      )}
      <InterestStatusChip status={status} />
      {internal && <InternalChip />}
    </li>
  );
}

/** The demand for one thing that the team owns. */
function AskedOfRow(props: {
  item: DemandListItem;
  /** Number of interests that wait for an answer, if known. */
  open: number | undefined;
}) {
  const { item, open } = props;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const link = useDemandLink();
  const fallbackName = useName(item.target);
  return (
    <li className={classes.row}>
      <Link href={link(item.target)}>{item.title ?? fallbackName}</Link>
      <span className={classes.figure}>{numbers.score(item.score)}</span>
      <LevelChip level={item.level} />
      {open !== undefined && open > 0 && (
        <span>{t('teamCard.open', { count: open })}</span>
      )}
    </li>
  );
}

/** Sorts by where they stand, then in the order they came in. */
function orderByStatus(interests: readonly Interest[]): Interest[] {
  const rank = (interest: Interest) =>
    interestStatuses.indexOf(interest.status);
  return [...interests].sort((a, b) => rank(a) - rank(b));
}
