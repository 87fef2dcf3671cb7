import type { ReactElement } from 'react';
import { Link, Text } from '@backstage/ui';
import type { ResultHighlight } from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import type { DemandListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useLanguage } from '../../hooks/useLanguage';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { pilotRefOf, type CatalogDocument } from './pilotRefOf';
import classes from './PilotSearchResultListItem.module.css';

/** Props that the search page gives to an item. @public */
export interface PilotSearchResultListItemProps {
  /** Shown before the text. */
  icon?: ReactElement;
  result?: CatalogDocument;
  highlight?: ResultHighlight;
  /** Place of the result in the list; its wrapper reports it. */
  rank?: number;
}

/**
 * A Pilot among search results. Its text shows at once; phase and demand of all
 * Pilots on the page come with one request.
 */
export function PilotSearchResultListItem(
  props: PilotSearchResultListItemProps,
) {
  const { icon, result, highlight } = props;
  if (!result) return null;
  const target = pilotRefOf(result);
  return (
    <div className={classes.item}>
      {icon}
      <div className={classes.content}>
        <Link href={result.location} variant="title-x-small" weight="bold">
          <Marked text={result.title} field="title" highlight={highlight} />
        </Link>
        {target && <PilotFacts target={target} />}
        <Text as="p" variant="body-medium" className={classes.text}>
          <Marked text={result.text} field="text" highlight={highlight} />
        </Text>
      </div>
    </div>
  );
}

function Marked(props: {
  text: string;
  field: string;
  highlight?: ResultHighlight;
}) {
  const { text, field, highlight } = props;
  const marked = highlight?.fields[field];
  return highlight && marked ? (
    <HighlightedSearchResultText
      text={marked}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    <>{text}</>
  );
}

/** "Pilot · phase build-out · Strong demand · Partner Tech", once it is known. */
function PilotFacts({ target }: { target: string }) {
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
