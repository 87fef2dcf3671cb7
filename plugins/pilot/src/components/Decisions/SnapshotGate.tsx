import type {
  DecisionSnapshot,
  GateLeft,
} from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePhaseWord } from '../../hooks/usePhaseWord';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { decisionTexts } from '../../texts/decisionTexts';
import classes from './Decisions.module.css';

/** What was left before the gate of that day. */
export function SnapshotGate({ snapshot }: { snapshot: DecisionSnapshot }) {
  const { gate, checks } = snapshot;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const wordOf = usePhaseWord();
  const textOf = (thing: GateLeft): string => {
    if (thing.code === 'check') {
      return (
        checks.find(({ id }) => id === thing.check)?.question ?? thing.check
      );
    }
    return Object.hasOwn(decisionTexts.gate.number, thing.code)
      ? t(`gate.number.${thing.code}`, {
          value: numbers.score(thing.value),
          needed: numbers.count(thing.needed),
        })
      : thing.code;
  };
  if (!gate) return <>{t('decisions.noGate')}</>;
  const phase = wordOf(gate.to);
  if (gate.left.length === 0) return <>{t('gate.none', { phase })}</>;
  return (
    <>
      {t('gate.left', { count: gate.left.length, phase })}
      <ul className={classes.left}>
        {gate.left.map(thing => (
          <li key={thing.code === 'check' ? thing.check : thing.code}>
            {textOf(thing)}
          </li>
        ))}
      </ul>
    </>
  );
}
