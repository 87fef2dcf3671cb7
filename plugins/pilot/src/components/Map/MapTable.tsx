import { Link } from '@backstage/ui';
import type { PilotListItem } from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useName } from '../../hooks/useName';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { DataTable } from '../shared/DataTable';
import { placeOf } from './mapPlaces';

/** The same as the map, in rows, highest demand first. */
export function MapTable(props: {
  pilots: readonly PilotListItem[];
  gateScore: number;
}) {
  const { pilots, gateScore } = props;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return (
    <DataTable
      label={t('map.title')}
      rows={pilots}
      keyOf={({ target }) => target}
      columns={[
        {
          key: 'name',
          label: t('map.column.name'),
          cell: pilot => <PilotName pilot={pilot} />,
        },
        {
          key: 'phase',
          label: t('map.column.phase'),
          cell: ({ phase }) => phase && t(`phase.${phase}`),
        },
        {
          key: 'demand',
          label: t('map.column.demand'),
          cell: ({ score, level }) =>
            `${numbers.score(score)} ${t(`level.${level}`)}`,
        },
        {
          key: 'weakest',
          label: t('map.column.weakest'),
          cell: ({ readiness }) =>
            readiness?.weakest && readiness.weakestScore !== null
              ? `${t(`dimension.${readiness.weakest}`)} ${numbers.percent(
                  readiness.weakestScore,
                )}`
              : t('readinessLine.notKnown'),
        },
        {
          key: 'quadrant',
          label: t('map.column.quadrant'),
          cell: pilot => t(`map.quadrant.${placeOf(pilot, gateScore)}`),
        },
      ]}
    />
  );
}

function PilotName({ pilot }: { pilot: PilotListItem }) {
  const link = useDemandLink();
  const fallbackName = useName(pilot.target);
  return <Link href={link(pilot.target)}>{pilot.title ?? fallbackName}</Link>;
}
