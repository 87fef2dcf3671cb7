import { ButtonLink } from '@backstage/ui';
import type { Readiness } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useReadinessLink } from '../../hooks/useReadinessLink';
import { AnswerSource } from '../Checks/AnswerSource';
import { CheckActions } from '../Checks/CheckActions';
import { FixText } from '../Checks/FixText';
import { WhoFixes } from '../Checks/WhoFixes';
import { DimensionLabel } from '../shared/chips/DimensionLabel';
import { VerdictChip } from '../shared/chips/VerdictChip';
import classes from './GateBox.module.css';

/** A check that is left: what it came to, how to put it right, and who can. */
export function LeftCheck(props: {
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
      <span className={classes.verdict}>
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
      <div className={classes.actions}>
        <CheckActions readiness={readiness} check={check} onDone={onDone}>
          {details}
        </CheckActions>
      </div>
    </li>
  );
}
