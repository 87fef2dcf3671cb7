import type { ReactNode } from 'react';
import { Skeleton, ButtonLink, Link } from '@backstage/ui';
import type {
  Gate,
  Pilot,
  Readiness,
  GateLeft,
} from '@pilot-to-platform/plugin-pilot-common';
import { useDemandLink } from '../../hooks/useDemandLink';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import { useRegion } from '../../hooks/useRegion';
import { decisionTexts } from '../../texts/decisionTexts';
import { AnswerSource } from '../Checks/AnswerSource';
import { CheckActions } from '../Checks/CheckActions';
import { FixText, WhoFixes } from '../Checks/CheckFix';
import { DimensionLabel } from '../shared/chips/DimensionLabel';
import { VerdictChip } from '../shared/chips/VerdictChip';
import { Region } from '../shared/Region';
import classes from './GateBox.module.css';

/** Lists what is left before a gate, one row each, and nothing else. */
export function GateLeftList(props: {
  pilot: Pilot;
  gate: Gate;
  onDone: (status: ReactNode) => void;
}) {
  const { pilot, gate, onDone } = props;
  const { t } = usePilotTranslation();
  const region = useRegion(usePilotCache().phases.readiness(pilot.target));
  const isWaiting = !region.value && !region.isHidden;
  const shown = gate.left.filter(thing => thing.code !== 'check' || !isWaiting);
  const waits = shown.length < gate.left.length;
  const retry = () => {
    region.reload();
    // The pressed button goes away.
    onDone('');
  };
  return (
    <>
      {shown.length > 0 && (
        <ul className={classes.rows} aria-label={t('gate.things')}>
          {shown.map(thing =>
            thing.code === 'check' ? (
              <LeftCheck
                key={thing.check}
                id={thing.check}
                target={pilot.target}
                readiness={region.value}
                onDone={onDone}
              />
            ) : (
              <LeftNumber
                key={thing.code}
                thing={thing}
                target={pilot.target}
              />
            ),
          )}
        </ul>
      )}
      {waits && (
        <Region
          state={{ ...region, retry }}
          thing={t('gate.things')}
          outline={<Skeleton width="100%" height="4rem" />}
        />
      )}
    </>
  );
}

/** A check that is left: what it came to, how to put it right, and who can. */
function LeftCheck(props: {
  id: string;
  target: string;
  /** Absent where it is on its way or cannot be had. */
  readiness: Readiness | undefined;
  onDone: (status: string) => void;
}) {
  const { id, target, readiness, onDone } = props;
  const { t } = usePilotTranslation();
  const link = useReadinessLink()(target, id);
  const check = readiness?.checks.find(each => each.id === id);
  if (!readiness || !check) {
    return <li className={classes.row}>{id}</li>;
  }
  const details = (
    <ButtonLink
      size="small"
      variant="tertiary"
      href={link}
      aria-label={t('readiness.action', {
        action: t('readiness.details'),
        question: check.question,
      })}
    >
      {t('readiness.details')}
    </ButtonLink>
  );
  return (
    <li className={classes.row}>
      <span>
        <VerdictChip verdict={check.verdict} />
      </span>
      <div className={classes.what}>
        <span className={classes.name}>{check.question}</span>
        <span className={classes.line}>
          <DimensionLabel dimension={check.dimension} />
          <span>
            <AnswerSource check={check} />
          </span>
        </span>
        <span>
          <FixText target={target} fix={check.fix} />
        </span>
        <span>
          {t('readiness.whoIs', {
            who: <WhoFixes readiness={readiness} check={check} />,
          })}
        </span>
      </div>
      <div>
        <CheckActions readiness={readiness} check={check} onDone={onDone}>
          {details}
        </CheckActions>
      </div>
    </li>
  );
}

/** A number that is not reached: "Teams 2 of 3". */
function LeftNumber(props: {
  thing: Exclude<GateLeft, { code: 'check' }>;
  target: string;
}) {
  const { thing, target } = props;
  const { code } = thing;
  const { t } = usePilotTranslation();
  const numbers = useNumbers();
  const demandLink = useDemandLink();
  // A newer backend may ask for something that there is no sentence for.
  const isKnown = Object.hasOwn(decisionTexts.gate.number, code);
  return (
    <li className={classes.row}>
      <div className={classes.wide}>
        <span className={classes.name}>
          {isKnown
            ? t(`gate.number.${code}`, {
                value: numbers.score(thing.value),
                needed: numbers.count(thing.needed),
              })
            : code}
        </span>
        {isKnown && (
          <span>
            {t(`gate.numberFix.${code}`)}{' '}
            <Link href={demandLink(target)}>{t('gate.toDemand')}</Link>
          </span>
        )}
      </div>
    </li>
  );
}
