import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Adoption } from '@pilot-to-platform/plugin-pilot-common';
import { formatDay } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DataTable } from '../shared/DataTable';
import { Explanation } from '../shared/Explanation';
import { UserText } from '../shared/UserText';

/** The teams behind the numbers. */
export function AdoptingTeams({ teams }: { teams: Adoption['teams'] }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const numbers = useNumbers();
  const hands = (withoutHands: boolean | null) => {
    if (withoutHands === null) return t('adoption.meaning.notKnown');
    return t(withoutHands ? 'adoption.handsNone' : 'adoption.handsLeft');
  };
  return (
    <Explanation title={t('adoption.teams')}>
      <DataTable
        label={t('adoption.teams')}
        rows={teams}
        keyOf={({ team }) => team}
        columns={[
          {
            key: 'team',
            label: t('adoption.team'),
            cell: ({ team }) => (
              <EntityRefLink entityRef={team} defaultKind="group" />
            ),
          },
          {
            key: 'asked',
            label: t('adoption.asked'),
            cell: ({ askedAt }) => formatDay(askedAt, language),
          },
          {
            key: 'adopted',
            label: t('adoption.adopted'),
            cell: ({ adoptedAt }) => formatDay(adoptedAt, language),
          },
          {
            key: 'hands',
            label: t('adoption.hands'),
            cell: ({ withoutHands }) => hands(withoutHands),
          },
          {
            key: 'rating',
            label: t('adoption.rating'),
            cell: ({ score, note }) => (
              <>
                {score === null
                  ? t('adoption.notAnswered')
                  : t('adoption.meanOf', { mean: numbers.rating(score) })}
                {note && <UserText>{`"${note}"`}</UserText>}
              </>
            ),
          },
        ]}
      />
    </Explanation>
  );
}
