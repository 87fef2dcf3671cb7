import { parseEntityRef } from '@backstage/catalog-model';
import { Text, VisuallyHidden } from '@backstage/ui';
import {
  isAmong,
  type Readiness,
} from '@pilot-to-platform/plugin-pilot-common';
import { useChanges } from '../../hooks/useChanges';
import { useKindWord } from '../../hooks/useKindWord';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useSaying } from './useSaying';
import { DecisionHistory } from '../Decisions/DecisionHistory';
import { GateBox } from '../Decisions/GateBox';
import { applicableOf } from './checkFilter';
import { Checks } from './Checks';
import { OtherKindNote } from './OtherKindNote';
import classes from './Readiness.module.css';
import { ReadinessHeader } from './ReadinessHeader';

/** What is missing before others can build on an entity, and who says so. */
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
