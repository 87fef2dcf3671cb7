import type { Decision } from '@pilot-to-platform/plugin-pilot-common';
import { formatDay } from '../../format/formatInstant';
import { useLanguage } from '../../hooks/useLanguage';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Signer } from '../shared/EntityName';
import { Fact, FactList } from '../shared/FactList';
import { UserText } from '../shared/UserText';
import classes from './Decisions.module.css';
import { Snapshot } from './Snapshot';

/** One decision: what, by whom, why, and how it stood that day. */
export function DecisionItem({ decision }: { decision: Decision }) {
  const { type, from, to, phase, at, by, reason, proposed } = decision;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const day = formatDay(at, language);
  const wordOf = (each: Decision['phase']) =>
    t(`phase.${each}`).toLocaleLowerCase(language);
  const change = from
    ? t('decisions.fromTo', {
        from: wordOf(from),
        to:
          to === 'reopen'
            ? t('decisions.to.reopen', { phase: wordOf(phase) })
            : t(`decisions.to.${to}`),
      })
    : t('decisions.declaredPhase', { phase: wordOf(phase) });
  return (
    <li className={classes.decision}>
      <div className={classes.line}>
        <time dateTime={at}>{day}</time>
        <span className={classes.change}>{change}</span>
        <span>
          {type === 'declared'
            ? t('decisions.declared')
            : t(`decisions.${type}`, {
                by: <Signer by={by} isLink />,
                proposer: <Signer by={proposed?.by ?? null} isLink />,
              })}
        </span>
        {decision.bypass && <span>{t('decisions.bypass')}</span>}
      </div>
      {(reason || proposed) && (
        <FactList>
          {proposed && (
            <Fact name={t('decisions.proposal')}>
              <UserText>{proposed.reason}</UserText>
            </Fact>
          )}
          {reason && (
            <Fact name={t('decisions.decision')}>
              <UserText>{reason}</UserText>
            </Fact>
          )}
        </FactList>
      )}
      {decision.snapshot && (
        <Snapshot
          title={t('decisions.asItWasOf', { date: day })}
          snapshot={decision.snapshot}
        />
      )}
    </li>
  );
}
