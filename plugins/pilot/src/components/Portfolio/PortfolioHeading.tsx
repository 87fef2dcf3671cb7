import { Button, Text } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { ChosenFilters } from './ChosenFilters';
import classes from './Portfolio.module.css';
import { endedPhases } from './PortfolioQuery';
import type { Ended } from './useEnded';
import type { PortfolioView } from './usePortfolioQuery';

/** How many there are, what narrows them, and what is left out or new. */
export function PortfolioHeading(props: {
  /** Of the heading, to name the section by. */
  id: string;
  title: string;
  view: PortfolioView;
  /** What the view leaves out, where it is to be offered. */
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
