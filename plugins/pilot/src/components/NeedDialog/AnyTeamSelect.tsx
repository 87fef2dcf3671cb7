import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Combobox, useAsyncList } from '@backstage/ui';
import { findTeams } from '../../cache/findTeams';
import type { Team } from '../../cache/loadMyTeams';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** Any team of the portal, for whoever may record on behalf of others. */
export function AnyTeamSelect(props: {
  isMissing: boolean;
  onChange: (team: Team | undefined) => void;
}) {
  const { isMissing, onChange } = props;
  const { t } = usePilotTranslation();
  const catalogApi = useApi(catalogApiRef);
  const cache = usePilotCache();
  const teams = useAsyncList<{ id: string; label: string }>({
    load: async ({ filterText }) => {
      const policy = await cache.policy.settled();
      const types =
        policy.state === 'ready' ? policy.value.interest.teamTypes : undefined;
      const found = await findTeams(catalogApi, filterText ?? '', types);
      return {
        items: found.map(({ ref, name }) => ({ id: ref, label: name })),
      };
    },
  });
  return (
    <Combobox
      autoFocus
      label={t('need.anyTeam')}
      options={teams}
      search={{ mode: 'server' }}
      onChange={item =>
        onChange(item ? { ref: String(item.id), name: item.label } : undefined)
      }
      isInvalid={isMissing}
      description={t(isMissing ? 'need.chooseTeam' : 'need.findTeamHint')}
    />
  );
}
