import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { isHidden } from '../../api/errorStatus';
import { displayName } from '../../format/displayName';
import type { Page, Pages } from '../../hooks/usePages';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { AskedForRow } from './AskedForRow';
import { AskedOfRow } from './AskedOfRow';
import { NeedsPanel } from './NeedsPanel';
import { orderByStatus } from './orderByStatus';
import { useAskedFor, useAskedOf } from './useTeamNeeds';
import { useOpenCounts } from './useOpenCounts';
import classes from './TeamCard.module.css';

/** What the Group of the page asked for, and what it is asked for. */
export function TeamCard() {
  const { entity } = useEntity();
  const team = stringifyEntityRef(entity);
  const { t } = usePilotTranslation();
  const askedFor = useAskedFor(team);
  const askedOf = useAskedOf(team);
  const open = useOpenCounts(team);
  const name = displayName(entity);

  const hides = (list: Pages<Page>) => list.error && isHidden(list.error);
  if (hides(askedFor) && hides(askedOf)) return null;
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
