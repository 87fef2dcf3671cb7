import { Text } from '@backstage/ui';
import type { DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import classes from './PilotSearchResultListItem.module.css';

/** "Pilot · phase build-out · Strong demand · Partner Tech", once it is known. */
export function PilotFacts({ target }: { target: string }) {
  const listed = useResource(usePilotCache().listed(target));
  const item = listed.state === 'ready' ? listed.value : null;
  return item?.owner ? (
    <OwnedFacts item={item} owner={item.owner} />
  ) : (
    <Facts item={item} />
  );
}

function OwnedFacts({ item, owner }: { item: DemandListItem; owner: string }) {
  return <Facts item={item} owner={useName(owner)} />;
}

function Facts(props: { item: DemandListItem | null; owner?: string }) {
  const { item, owner } = props;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const phase =
    item?.phase && t(`phase.${item.phase}`).toLocaleLowerCase(language);
  const facts = [
    t('searchItem.kind'),
    phase && t('searchItem.phase', { phase }),
    item && t('searchItem.demand', { level: t(`level.${item.level}`) }),
    owner,
  ];
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      {facts.filter(Boolean).join(' · ')}
    </Text>
  );
}
