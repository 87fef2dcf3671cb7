import { useRouteRef } from '@backstage/core-plugin-api';
import { Button, ButtonLink, Link, Text } from '@backstage/ui';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import {
  guideRouteRef,
  templateRouteRef,
  templatesRouteRef,
} from '../../routes';
import classes from './Portfolio.module.css';
import {
  endedPhases,
  isFiltered,
  isOfPilots,
  withoutFilters,
  type PortfolioQuery,
} from './PortfolioQuery';
import type { Ended } from './useEnded';

/** The template that registers a Pilot, as the examples name it. */
const register = { namespace: 'default', templateName: 'register-pilot' };

/** Says why a view is empty, and the one thing to do about it. */
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

/** Explains how a first pilot comes about. */
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

/**
 * Links to where a Pilot is created: the form of the template for it where the
 * catalog has that, else the list of all templates, if any.
 */
function useCreateLink(): string | undefined {
  const { namespace, templateName } = register;
  const template = useResource(
    usePilotCache().target(`template:${namespace}/${templateName}`),
  );
  const formOf = useRouteRef(templateRouteRef);
  const templates = useRouteRef(templatesRouteRef);
  return template.state === 'ready' && formOf
    ? formOf(register)
    : templates?.();
}
