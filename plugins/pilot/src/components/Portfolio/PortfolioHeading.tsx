import { Button, Text, Tag, TagGroup } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRefLabel } from '../../hooks/useRefLabel';
import classes from './Portfolio.module.css';
import {
  endedPhases,
  isFiltered,
  withoutFilters,
  type PortfolioQuery,
} from './PortfolioQuery';
import type { Ended } from './useEnded';
import type { PortfolioView } from './usePortfolioQuery';

interface Chosen {
  readonly id: string;
  readonly label: string;
  readonly without: Partial<PortfolioQuery>;
}

/** Shows the total, the filters, and what is left out or new. */
export function PortfolioHeading(props: {
  /** Id of the heading, which names the section. */
  id: string;
  title: string;
  view: PortfolioView;
  /** Ended Pilots that the view leaves out, where it offers them. */
  ended: Ended;
  /** Asks for what changed in the meantime, if anything did. */
  onRefresh: (() => void) | undefined;
}) {
  const { id, title, view, ended, onRefresh } = props;
  const { query, goTo } = view;
  const { t } = usePilotTranslation();
  return (
    <div className={classes.line}>
      <Text as="h3" variant="body-medium" weight="bold" id={id}>
        <span role="status">{title}</span>
      </Text>
      <ChosenFilters query={query} onChange={goTo} />
      {ended && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => goTo({ ...query, phase: endedPhases })}
        >
          {ended.total === undefined
            ? t('portfolio.showEndedSome')
            : t('portfolio.showEnded', { count: ended.total })}
        </Button>
      )}
      {onRefresh && (
        <Button size="small" variant="secondary" onPress={onRefresh}>
          {t('state.updated')}
        </Button>
      )}
    </div>
  );
}

/** Lists the filters of the view, each with a way to take it back. */
function ChosenFilters(props: {
  query: PortfolioQuery;
  onChange: (query: PortfolioQuery) => void;
}) {
  const { query, onChange } = props;
  const { t } = usePilotTranslation();
  const labelOf = useRefLabel();
  const { phase, level, owner, recommended, team } = query;
  const named = (filter: string, value: string) =>
    t('portfolio.chosenIs', { filter, value });
  const chosen: Chosen[] = [
    ...phase.map(each => ({
      id: `phase ${each}`,
      label: named(t('portfolio.phase'), t(`phase.${each}`)),
      without: { phase: phase.filter(other => other !== each) },
    })),
    ...level.map(each => ({
      id: `level ${each}`,
      label: named(t('portfolio.level'), t(`level.${each}`)),
      without: { level: level.filter(other => other !== each) },
    })),
    ...owner.map(each => ({
      id: `owner ${each}`,
      label: named(t('portfolio.owner'), labelOf(each)),
      without: { owner: owner.filter(other => other !== each) },
    })),
    ...recommended.map(each => ({
      id: `recommended ${each}`,
      label: named(t('portfolio.recommended'), t(`recommendation.${each}`)),
      without: { recommended: recommended.filter(other => other !== each) },
    })),
    ...(team
      ? [
          {
            id: 'team',
            label: named(t('portfolio.team'), labelOf(team)),
            without: { team: undefined },
          },
        ]
      : []),
  ];
  if (!isFiltered(query)) return null;
  return (
    <>
      {chosen.length > 0 && (
        <TagGroup
          aria-label={t('portfolio.chosen')}
          items={chosen}
          onRemove={keys => {
            const taken = chosen.find(({ id }) => keys.has(id));
            onChange({ ...query, ...taken?.without });
          }}
        >
          {({ id, label }) => (
            <Tag id={id} textValue={label} size="small">
              {label}
            </Tag>
          )}
        </TagGroup>
      )}
      <Button
        size="small"
        variant="tertiary"
        onPress={() => onChange(withoutFilters(query))}
      >
        {t('portfolio.clear')}
      </Button>
    </>
  );
}
