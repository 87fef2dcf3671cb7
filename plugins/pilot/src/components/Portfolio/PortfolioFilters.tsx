import { useState } from 'react';
import { SearchField, Select, VisuallyHidden } from '@backstage/ui';
import {
  phases,
  recommendations,
} from '@pilot-to-platform/plugin-pilot-common';
import type {
  DemandLevel,
  Phase,
  PilotOrderBy,
  RecommendationCode,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { AsOfPicker } from './AsOfPicker';
import { withChosen } from './Choice';
import classes from './Portfolio.module.css';
import {
  isOfPilots,
  levelChoices,
  type PortfolioQuery,
} from './PortfolioQuery';
import { sortChoices } from './sortChoices';
import { useGroupChoices, useOwnerChoices } from './useChoices';
import { useRefLabel } from '../../hooks/useRefLabel';

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
