import type { ReactNode } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { TeamShare } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { concreteness } from '../../format/concreteness';
import { InterestStatusChip } from '../shared/chips/InterestStatusChip';
import { UrgencyLabel } from '../shared/chips/UrgencyLabel';
import { Instant } from '../shared/Instant';
import type { DataColumn } from '../shared/DataTable';
import type { TeamAsk } from './teamAsks';

/** @param asks - what is known of them; absent: not what they ask for */
export function useTeamColumns(
  asks?: ReadonlyMap<string, TeamAsk>,
): Array<DataColumn<TeamShare>> {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const shares: Array<DataColumn<TeamShare>> = [
    {
      key: 'team',
      label: t('demandTeams.team'),
      cell: ({ team }) => (
        <EntityRefLink entityRef={team} defaultKind="group" />
      ),
    },
    {
      key: 'share',
      label: t('demandTeams.share'),
      isNumber: true,
      cell: ({ share }) => numbers.percent(share),
    },
    {
      key: 'interests',
      label: t('demandTeams.interests'),
      isNumber: true,
      cell: ({ interests, adopter }) =>
        adopter
          ? `${numbers.count(interests)}, ${t('demand.adopter')}`
          : numbers.count(interests),
    },
  ];
  if (!asks) return shares;
  // Of a team that asked elsewhere, for what implements this, it is shown there.
  const ask =
    (cell: (of: TeamAsk) => ReactNode) =>
    ({ team }: TeamShare) => {
      const known = asks.get(team);
      return known && cell(known);
    };
  return [
    ...shares,
    {
      key: 'urgency',
      label: t('demandTeams.urgency'),
      cell: ask(({ urgency }) => <UrgencyLabel urgency={urgency} />),
    },
    {
      key: 'specificity',
      label: t('demandTeams.specificity'),
      cell: ask(({ specificity }) =>
        t(`concrete.${concreteness(specificity)}`),
      ),
    },
    {
      key: 'otherwise',
      label: t('demandTeams.otherwise'),
      cell: ask(({ otherwise }) => otherwise && t(`otherwise.${otherwise}`)),
    },
    {
      key: 'status',
      label: t('demandTeams.status'),
      cell: ask(({ status }) => <InterestStatusChip status={status} />),
    },
    {
      key: 'confirmed',
      label: t('demandTeams.confirmed'),
      cell: ask(({ confirmedAt }) => <Instant iso={confirmedAt} />),
    },
  ];
}
