import { useState, useEffect } from 'react';
import { parseDate, type CalendarDate } from '@internationalized/date';
import { DateTime } from 'luxon';
import { SearchField, Select, VisuallyHidden, DatePicker } from '@backstage/ui';
import {
  phases,
  recommendations,
  type DemandLevel,
  type Phase,
  type PilotOrderBy,
  type RecommendationCode,
} from '@pilot-to-platform/plugin-pilot-common';
import { ownToday } from '../../format/ownToday';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRefLabel } from '../../hooks/useRefLabel';
import { useResource } from '../../hooks/useResource';
import classes from './Portfolio.module.css';
import {
  isOfPilots,
  levelChoices,
  type PortfolioQuery,
  canSortBy,
} from './PortfolioQuery';
import { withChosen, useGroupChoices, useOwnerChoices } from './useChoices';

const natural: readonly PilotOrderBy[] = [
  '-score',
  '-teams',
  '-asks',
  '-newestAsk',
  '-growth',
  '-readiness',
  'phase',
  'name',
];

const dateOf = (day: string | undefined) => (day ? parseDate(day) : null);

/** Chosen in a list that has no value for "any". */
const any = '';

/** Everything that a view can be narrowed, dated and sorted by. */
export function PortfolioFilters(props: {
  query: PortfolioQuery;
  /** A map has one kind and no order. */
  isMap?: boolean;
  onChange: (part: Partial<PortfolioQuery>, how?: 'typing') => void;
}) {
  const { query, isMap = false, onChange } = props;
  const { t } = usePilotTranslation();
  const labelOf = useRefLabel();
  const [groupText, setGroupText] = useState('');
  const owners = useOwnerChoices(query.kind);
  const groups = useGroupChoices(groupText);
  const policy = useResource(usePilotCache().policy);
  const kinds =
    policy.state === 'ready' ? policy.value.interest.allowedKinds : [];
  const failed = (isFailed: boolean, thing: string) =>
    isFailed ? t('state.error', { thing }) : undefined;

  return (
    <fieldset className={classes.filters}>
      <VisuallyHidden>
        <legend>{t('portfolio.filters')}</legend>
      </VisuallyHidden>
      <SearchField
        size="small"
        label={t(isOfPilots(query) ? 'portfolio.search' : 'portfolio.find')}
        value={query.q}
        onChange={q => onChange({ q }, 'typing')}
      />
      {isOfPilots(query) && (
        <Select
          label={t('portfolio.phase')}
          selectionMode="multiple"
          placeholder={t('portfolio.any')}
          options={phases.map(id => ({ id, label: t(`phase.${id}`) }))}
          value={[...query.phase]}
          onChange={phase => onChange({ phase: phase as Phase[] })}
        />
      )}
      <Select
        label={t('portfolio.level')}
        selectionMode="multiple"
        placeholder={t('portfolio.any')}
        options={levelChoices.map(id => ({ id, label: t(`level.${id}`) }))}
        value={[...query.level]}
        onChange={level => onChange({ level: level as DemandLevel[] })}
      />
      <Select
        label={t('portfolio.owner')}
        selectionMode="multiple"
        search
        placeholder={t('portfolio.any')}
        description={failed(owners.isFailed, t('portfolio.owners'))}
        options={withChosen(owners.choices, query.owner, labelOf)}
        value={[...query.owner]}
        onChange={owner => onChange({ owner: owner.map(String) })}
      />
      <Select
        label={t('portfolio.team')}
        placeholder={t('portfolio.any')}
        search={{
          mode: 'server',
          inputValue: groupText,
          onInputChange: setGroupText,
        }}
        description={failed(groups.isFailed, t('portfolio.groups'))}
        options={[
          { id: any, label: t('portfolio.any') },
          ...withChosen(
            groups.choices,
            query.team ? [query.team] : [],
            labelOf,
          ),
        ]}
        value={query.team ?? null}
        onChange={team => onChange({ team: String(team ?? any) || undefined })}
      />
      {isOfPilots(query) && !query.asOf && (
        <Select
          label={t('portfolio.recommended')}
          selectionMode="multiple"
          placeholder={t('portfolio.any')}
          options={recommendations.map(id => ({
            id,
            label: t(`recommendation.${id}`),
          }))}
          value={[...query.recommended]}
          onChange={recommended =>
            onChange({ recommended: recommended as RecommendationCode[] })
          }
        />
      )}
      {!isMap && kinds.length > 1 && (
        <Select
          label={t('portfolio.kind')}
          options={withChosen(
            kinds.map(id => ({ id, label: id })),
            [query.kind],
            id => id,
          )}
          value={query.kind}
          onChange={kind => onChange({ kind: String(kind) })}
        />
      )}
      {!isMap && (
        <Select
          label={t('portfolio.sort')}
          options={sortChoices(query).map(id => ({
            id,
            label: t(`portfolio.sortBy.${id}`),
          }))}
          value={query.sort}
          onChange={sort => onChange({ sort: sort as PilotOrderBy })}
        />
      )}
      <AsOfPicker asOf={query.asOf} onChange={asOf => onChange({ asOf })} />
    </fieldset>
  );
}

/** Picks the day to look at: today, unless another one is chosen. */
function AsOfPicker(props: {
  asOf: string | undefined;
  onChange: (asOf: string | undefined) => void;
}) {
  const { asOf, onChange } = props;
  const { t } = usePilotTranslation();
  const today = ownToday();
  const utcToday = DateTime.utc().toISODate();
  // While a year is typed it is one of long ago, or of the future.
  const [typed, setTyped] = useState<CalendarDate | null>(dateOf(asOf));
  useEffect(() => setTyped(dateOf(asOf)), [asOf]);
  const isFuture = typed !== null && typed.toString() > today;

  const choose = (value: CalendarDate | null) => {
    setTyped(value);
    const day = value?.toString();
    // A past day is one that has ended, as the API counts days in UTC; in the east today's begin earlier.
    const isPast = day !== undefined && day < today && day < utcToday;
    if (!value || !day || (day <= today && !isPast)) onChange(undefined);
    else if (value.year >= 2000 && isPast) onChange(day);
  };
  return (
    <DatePicker
      label={t('portfolio.asOf')}
      value={typed}
      onChange={value => choose(value as CalendarDate | null)}
      maxValue={parseDate(today)}
      validationBehavior="aria"
      isInvalid={isFuture}
      description={isFuture ? t('portfolio.asOfFuture') : undefined}
    />
  );
}

/** The orders that people look for in a view, and the one that is chosen. */
function sortChoices(query: PortfolioQuery): readonly PilotOrderBy[] {
  const choices = natural.filter(order => canSortBy(query, order));
  return choices.includes(query.sort) ? choices : [...choices, query.sort];
}
