import { parseEntityRef } from '@backstage/catalog-model';
import { Link, Text } from '@backstage/ui';
import type {
  Gate,
  Readiness,
  ReadinessSummary,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import { useReadinessText } from '../../hooks/useReadinessText';
import { useResource } from '../../hooks/useResource';
import classes from './DemandCard.module.css';

type Shown = Pick<
  ReadinessSummary,
  'score' | 'weakest' | 'weakestScore' | 'unknown'
>;

/**
 * How ready the target is, and what is left before its next phase. The card does
 * not wait for it, and stands without what cannot be had.
 */
export function ReadinessLines({ target }: { target: string }) {
  const { kind } = parseEntityRef(target);
  return kind.toLocaleLowerCase('en-US') === 'pilot' ? (
    <PilotLines target={target} />
  ) : (
    <OtherLines target={target} />
  );
}

function PilotLines({ target }: { target: string }) {
  const pilot = useResource(usePilotCache().phases.pilot(target));
  if (pilot.state !== 'ready') return null;
  const { readiness, gate } = pilot.value;
  return (
    <>
      {readiness && <ReadinessLine target={target} readiness={readiness} />}
      {gate && <GateLine target={target} gate={gate} />}
    </>
  );
}

/** Other kinds have no gate, and often no check. */
function OtherLines({ target }: { target: string }) {
  const readiness = useResource(usePilotCache().phases.readiness(target));
  if (readiness.state !== 'ready' || readiness.value.score === null) {
    return null;
  }
  return (
    <ReadinessLine target={target} readiness={summaryOf(readiness.value)} />
  );
}

function ReadinessLine(props: { target: string; readiness: Shown }) {
  const { target, readiness } = props;
  const { t } = usePilotTranslation();
  const link = useReadinessLink();
  const text = useReadinessText()(readiness);
  if (!text) return null;
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      <Link href={link(target)}>
        {t('readinessLine.labelled', { readiness: text })}
      </Link>
      {readiness.unknown > 0 &&
        ` · ${t('readinessLine.unknown', { count: readiness.unknown })}`}
    </Text>
  );
}

function GateLine({ target, gate }: { target: string; gate: Gate }) {
  const { t } = usePilotTranslation();
  const link = useReadinessLink();
  const phase = t(`nextPhase.${gate.to}`);
  const count = gate.left.length;
  return (
    <Text as="p" variant="body-medium" className={classes.text}>
      <Link href={link(target)}>
        {count > 0
          ? t('readinessLine.left', { count, phase })
          : t('readinessLine.noneLeft', { phase })}
      </Link>
    </Text>
  );
}

function summaryOf({ score, weakest, dimensions }: Readiness): Shown {
  const found = dimensions.find(({ dimension }) => dimension === weakest);
  return {
    score,
    weakest,
    weakestScore: found?.score ?? null,
    unknown: dimensions.reduce((sum, { unknown }) => sum + unknown, 0),
  };
}
