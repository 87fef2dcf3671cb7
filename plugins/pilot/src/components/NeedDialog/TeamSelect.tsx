import { forwardRef } from 'react';
import { Select } from '@backstage/ui';
import type { Team } from '../../cache/loadMyTeams';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** The team that an interest counts for. */
export const TeamSelect = forwardRef<
  HTMLDivElement,
  {
    /** None while they are on their way. */
    teams: readonly Team[] | undefined;
    value: string | undefined;
    isMissing: boolean;
    autoFocus: boolean;
    onChange: (team: string) => void;
  }
>((props, ref) => {
  const { teams, value, isMissing, autoFocus, onChange } = props;
  const { t } = usePilotTranslation();
  return (
    <Select
      ref={ref}
      label={t('need.team')}
      placeholder={t('need.selectTeam')}
      options={(teams ?? []).map(team => ({ id: team.ref, label: team.name }))}
      value={value ?? null}
      onChange={key => key !== null && onChange(String(key))}
      autoFocus={autoFocus}
      // React Aria validates no empty value, so the field says it by itself.
      isInvalid={isMissing && value === undefined}
      description={isMissing && !value ? t('need.chooseTeam') : undefined}
    />
  );
});
