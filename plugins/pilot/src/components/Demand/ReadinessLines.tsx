import type { ReactNode } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link, Text } from '@backstage/ui';
import type {
  Gate,
  ReadinessSummary,
} from '@pilot-to-platform/plugin-pilot-common';
import type { Resource } from '../../cache/Resource';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import { useReadinessText } from '../../hooks/useReadinessText';
import { useRegion } from '../../hooks/useRegion';
import { Region } from '../shared/Region';
import classes from './DemandCard.module.css';

type Shown = Pick<
  ReadinessSummary,
  'score' | 'weakest' | 'weakestScore' | 'unknown'
>;

/**
 * Shows how ready the target is, and what is left before its next phase. The
 * card does not wait for it, and stands where it cannot be had.
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
  const resource = usePilotCache().phases.pilot(target);
  return (
    <LoadedLines resource={resource}>
      {({ readiness, gate }) => (
        <>
          {readiness && <ReadinessLine target={target} readiness={readiness} />}
          {gate && <GateLine target={target} gate={gate} />}
        </>
      )}
    </LoadedLines>
  );
}

/** Other kinds have no gate, and often no check. */
function OtherLines({ target }: { target: string }) {
  const resource = usePilotCache().phases.readiness(target);
  return (
    <LoadedLines resource={resource}>
      {readiness => <ReadinessLine target={target} readiness={readiness} />}
    </LoadedLines>
  );
}

/** Says so where it could not be had, unless the reader may not see it. */
function LoadedLines<T extends { asOf: string }>(props: {
  resource: Resource<T>;
  children: (value: T) => ReactNode;
}) {
  const { resource, children } = props;
  const { t } = usePilotTranslation();
  const region = useRegion(resource);
  return (
    <div {...region.frame} className={classes.lines}>
      <Region
        state={region}
        thing={t('readinessLine.thing')}
        asOf={({ asOf }) => asOf}
      >
        {children}
      </Region>
    </div>
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
