import type { ComponentType } from 'react';
import { Text, Link } from '@backstage/ui';
import type {
  PilotOrder,
  DemandListItem,
} from '@pilot-to-platform/plugin-pilot-common';
import { formatDay } from '../../format/formatInstant';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useLanguage } from '../../hooks/useLanguage';
import { useName } from '../../hooks/useName';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import { Sparkline } from '../shared/charts/Sparkline';
import { LevelChip } from '../shared/chips/LevelChip';
import { PhaseChip } from '../shared/chips/PhaseChip';
import { hasAdvice } from '../shared/Recommendation';
import classes from './Portfolio.module.css';
import { ReadinessCell } from './ReadinessCell';
import type { PortfolioItem } from './usePortfolioPages';

/** A column of the portfolio; one more of these is one more column. */
export interface PortfolioColumn {
  /** Also the key of its title. */
  readonly id: 'name' | 'phase' | 'demand' | 'teams' | 'readiness' | 'next';
  readonly Content: ComponentType<{ item: PortfolioItem }>;
  readonly sortsBy?: PilotOrder;
  /** Its first press sorts from high to low. */
  readonly isHighFirst?: boolean;
  readonly isRowHeader?: boolean;
  /** Other kinds have none. */
  readonly isOfPilots?: boolean;
  /** True where past days have no value. */
  readonly isOfNow?: boolean;
  /** Its part of the table, where all columns are shown. */
  readonly width: string;
  /** Its part where there is no room for all; without, it is left out there. */
  readonly narrowWidth?: string;
}

export const portfolioColumns: readonly PortfolioColumn[] = [
  {
    id: 'name',
    Content: NameCell,
    sortsBy: 'name',
    isRowHeader: true,
    width: '24%',
    narrowWidth: '40%',
  },
  {
    id: 'phase',
    Content: PhaseCell,
    sortsBy: 'phase',
    isOfPilots: true,
    width: '13%',
  },
  {
    id: 'demand',
    Content: DemandCell,
    sortsBy: 'score',
    isHighFirst: true,
    width: '25%',
    narrowWidth: '31%',
  },
  {
    id: 'teams',
    Content: TeamsCell,
    sortsBy: 'teams',
    isHighFirst: true,
    width: '9%',
  },
  {
    id: 'readiness',
    Content: ReadinessCell,
    sortsBy: 'readiness',
    isHighFirst: true,
    isOfNow: true,
    width: '15%',
  },
  {
    id: 'next',
    Content: NextCell,
    isOfPilots: true,
    isOfNow: true,
    width: '14%',
    narrowWidth: '29%',
  },
];

/** Score and level, where the score has been, and where it is heading. */
function DemandCell({ item }: { item: DemandListItem }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  return (
    <div className={classes.demand}>
      <Text variant="body-medium" weight="bold" className={classes.score}>
        {numbers.score(item.score)}
      </Text>
      <LevelChip level={item.level} />
      <div className={classes.curve}>
        {item.weeks && <Sparkline weeks={item.weeks} variant="table" />}
        <Text variant="body-small">{t(`demand.${item.trend}`)}</Text>
      </div>
    </div>
  );
}

/** Shows the name and the owner. */
function NameCell({ item }: { item: DemandListItem }) {
  const name = useName(item.target);
  const link = useDemandLink()(item.target);
  return (
    <div className={classes.stacked}>
      <Link href={link} variant="body-medium" weight="bold">
        {item.title ?? name}
      </Link>
      {item.owner && <OwnerName owner={item.owner} />}
    </div>
  );
}

function OwnerName({ owner }: { owner: string }) {
  return <Text variant="body-small">{useName(owner)}</Text>;
}

/** Shows the recommendation, and what is left before it can happen. */
function NextCell({ item }: { item: PortfolioItem }) {
  const { t } = usePilotTranslation();
  const link = useReadinessLink();
  const { recommendation, gate, proposal } = item;
  return (
    <div className={classes.stacked}>
      {recommendation && hasAdvice(item) && (
        <Text variant="body-medium" weight="bold">
          {t(`recommendation.${recommendation.code}`)}
        </Text>
      )}
      {proposal ? (
        <Link href={link(item.target)} variant="body-small">
          {t('portfolio.decisionWaits')}
        </Link>
      ) : (
        gate && (
          <Text variant="body-small">
            {gate.left > 0
              ? t('portfolio.leftTo', {
                  count: gate.left,
                  phase: t(`nextPhase.${gate.to}`),
                })
              : t('gate.none', { phase: t(`nextPhase.${gate.to}`) })}
          </Text>
        )
      )}
    </div>
  );
}

/** The phase of a Pilot, and since when it has been in it. */
function PhaseCell({ item }: { item: DemandListItem }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const { phase, phaseSince } = item;
  if (!phase) return null;
  return (
    <div className={classes.stacked}>
      <PhaseChip phase={phase} />
      {phaseSince && (
        <Text variant="body-small">
          {t('portfolio.since', {
            date: (
              <time dateTime={phaseSince}>
                {formatDay(phaseSince, language)}
              </time>
            ),
          })}
        </Text>
      )}
    </div>
  );
}

/** "5, 2 adopters". */
function TeamsCell({ item }: { item: DemandListItem }) {
  const { t } = usePilotTranslation();
  const { teams, adopters } = item.counts;
  const count = useNumbers().count(teams);
  return (
    <Text variant="body-medium" className={classes.figure}>
      {adopters > 0
        ? t('portfolio.teamsAndAdopters', {
            teams: count,
            adopters: t('demand.adopters', { count: adopters }),
          })
        : count}
    </Text>
  );
}
