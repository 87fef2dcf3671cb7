import { parseEntityRef } from '@backstage/catalog-model';
import { Text, VisuallyHidden, Link } from '@backstage/ui';
import {
  isAmong,
  type Readiness,
} from '@pilot-to-platform/plugin-pilot-common';
import { useChanges } from '../../hooks/useChanges';
import { useKindWord } from '../../hooks/useKindLabel';
import { useName } from '../../hooks/useName';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import { DecisionHistory } from '../Decisions/DecisionHistory';
import { GateBox } from '../Decisions/GateBox';
import { applicableOf } from './checkFilter';
import { Checks } from './Checks';
import classes from './Readiness.module.css';
import { ReadinessHeader } from './ReadinessHeader';
import { useSaying } from './useSaying';

/** Shows the checks of an entity, and the gate and decisions of a Pilot. */
export function PresentReadiness({ readiness }: { readiness: Readiness }) {
  const { target, watch } = readiness;
  const { t } = usePilotTranslation();
  const cache = usePilotCache();
  const { kind } = parseEntityRef(target);
  const kindWord = useKindWord(kind);
  const isPilot = isAmong(kind, ['Pilot']);
  const hasChecks = applicableOf(readiness).length > 0;
  const [status, say] = useSaying();
  useChanges([watch], () => {
    cache.phases.changed(target);
    say(t('readiness.updated'));
  });
  return (
    <>
      <VisuallyHidden role="status">{status}</VisuallyHidden>
      <ReadinessHeader readiness={readiness} />
      {!isPilot && hasChecks && <OtherKindNote readiness={readiness} />}
      {isPilot && <GateBox target={target} />}
      {hasChecks ? (
        <Checks readiness={readiness} />
      ) : (
        <Text as="p" className={classes.text}>
          {t('readiness.noChecks', { kind: kindWord })}
        </Text>
      )}
      {isPilot && <DecisionHistory target={target} />}
    </>
  );
}

/** Says of what the checks are, and whose launch looks at them. */
function OtherKindNote({ readiness }: { readiness: Readiness }) {
  const { t } = usePilotTranslation();
  const kind = useKindWord(parseEntityRef(readiness.target).kind);
  return (
    <div className={classes.lines}>
      <Text as="p" weight="bold" className={classes.text}>
        {t('readiness.checksFor', { kind })}
      </Text>
      {readiness.pilots.map(pilot => (
        <Implements key={pilot} pilot={pilot} />
      ))}
    </div>
  );
}

function Implements({ pilot }: { pilot: string }) {
  const { t } = usePilotTranslation();
  const readinessLink = useReadinessLink();
  const name = useName(pilot);
  return (
    <Text as="p" className={classes.text}>
      {t('readiness.implements', {
        pilot: <Link href={readinessLink(pilot)}>{name}</Link>,
      })}
    </Text>
  );
}
