import { useRouteRef } from '@backstage/core-plugin-api';
import { Button, ButtonLink, Link, Text } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { guideRouteRef } from '../../routes';
import classes from './Portfolio.module.css';
import {
  endedPhases,
  isFiltered,
  isOfPilots,
  withoutFilters,
  type PortfolioQuery,
} from './PortfolioQuery';
import { useCreateLink } from './useCreateLink';
import type { Ended } from './useEnded';

/** Why a view is empty, and the one thing to do about it. */
export function PortfolioEmpty(props: {
  query: PortfolioQuery;
  ended: Ended;
  onChange: (query: PortfolioQuery) => void;
}) {
  const { query, ended, onChange } = props;
  const { t } = usePilotTranslation();
  const ofPilots = isOfPilots(query);
  if (isFiltered(query)) {
    return (
      <div className={classes.stacked}>
        <p className={classes.text}>
          {t(ofPilots ? 'portfolio.noMatch' : 'portfolio.noMatchOther')}
        </p>
        <Button
          variant="secondary"
          onPress={() => onChange(withoutFilters(query))}
        >
          {t('portfolio.clear')}
        </Button>
      </div>
    );
  }
  if (ended) {
    return (
      <div className={classes.stacked}>
        <p className={classes.text}>
          {ended.total === undefined
            ? t('portfolio.endedSome')
            : t('portfolio.ended', { count: ended.total })}
        </p>
        <Button
          variant="secondary"
          onPress={() => onChange({ ...query, phase: endedPhases })}
        >
          {t('portfolio.showThem')}
        </Button>
      </div>
    );
  }
  return ofPilots ? (
    <NoPilots />
  ) : (
    <p className={classes.text}>{t('portfolio.noneOther')}</p>
  );
}

/** How a first pilot comes about. */
function NoPilots() {
  const { t } = usePilotTranslation();
  const create = useCreateLink();
  const guide = useRouteRef(guideRouteRef);
  return (
    <div className={classes.stacked}>
      <Text as="h3" variant="title-x-small">
        {t('portfolio.none')}
      </Text>
      <ol className={classes.steps}>
        <li>{t('portfolio.step1')}</li>
        <li>{t('portfolio.step2')}</li>
        <li>{t('portfolio.step3')}</li>
      </ol>
      {create && (
        <ButtonLink variant="secondary" href={create}>
          {t('portfolio.create')}
        </ButtonLink>
      )}
      {guide && <Link href={guide()}>{t('portfolio.guide')}</Link>}
    </div>
  );
}
