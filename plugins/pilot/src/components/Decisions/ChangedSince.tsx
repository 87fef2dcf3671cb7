import type { Proposal } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './GateBox.module.css';

type Changed = Proposal['changed'][number];

/** What is different from when it was proposed. */
export function ChangedSince({ changed }: { changed: readonly Changed[] }) {
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const shown = (code: Changed['code'], value: number | null) => {
    if (value === null) return t('gate.notKnown');
    return code === 'readiness' ? numbers.percent(value) : numbers.score(value);
  };
  if (changed.length === 0) {
    return <p className={classes.text}>{t('gate.unchanged')}</p>;
  }
  return (
    <div className={classes.lines}>
      <span>{t('gate.changed')}</span>
      <ul className={classes.reasons}>
        {changed.map(({ code, was, is }) => (
          <li key={code}>
            {t(`gate.was.${code}`, {
              was: shown(code, was),
              is: shown(code, is),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
