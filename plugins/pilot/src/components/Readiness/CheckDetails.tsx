import { Link } from '@backstage/ui';
import type {
  CheckResult,
  Readiness,
} from '@pilot-to-platform/plugin-pilot-common';
import { isWebAddress } from '../../format/isWebAddress';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LastAnswer } from '../Checks/AnswerSource';
import { CheckActions } from '../Checks/CheckActions';
import { FixText, WhoFixes } from '../Checks/CheckFix';
import { Fact, FactList } from '../shared/FactList';
import { UserText } from '../shared/UserText';
import { isToDo } from './checkFilter';
import classes from './Readiness.module.css';

/** Explains the verdict of a check, how to put it right, and who can. */
export function CheckDetails(props: {
  readiness: Readiness;
  check: CheckResult;
}) {
  const { readiness, check } = props;
  const { verdict, evidence, lastAnswer, answer, fix } = check;
  const { t } = usePilotTranslation();
  const why = verdict === 'waived' ? 'readiness.whyWaived' : 'readiness.why';
  const proof = evidence ?? lastAnswer?.evidence;
  // The API says it in English; what it means is the same in every language.
  const isUnseen = check.unseen && verdict === 'unknown';
  const note = isUnseen ? t('readiness.unseenWhy') : check.note;
  const lastNote = verdict === 'unknown' && !note ? lastAnswer?.note : null;
  return (
    <div className={classes.details}>
      <FactList>
        {(note ?? lastNote) && (
          <Fact name={t(why)}>
            <UserText>{(note ?? lastNote)!}</UserText>
          </Fact>
        )}
        {proof && isWebAddress(proof) && (
          <Fact name={t('readiness.evidence')}>
            <Link href={proof} target="_blank" rel="noopener noreferrer">
              {proof}
            </Link>
          </Fact>
        )}
        {verdict === 'waived' && lastAnswer && (
          <Fact name={t('readiness.before')}>
            <LastAnswer answer={lastAnswer} />
          </Fact>
        )}
        <Fact name={t('readiness.answered')}>{answer}</Fact>
        {verdict !== 'pass' && (
          <Fact name={t('readiness.fix')}>
            <FixText target={readiness.target} fix={fix} />
          </Fact>
        )}
        {isToDo(check) && (
          <Fact name={t('readiness.who')}>
            <WhoFixes readiness={readiness} check={check} />
          </Fact>
        )}
      </FactList>
      <CheckActions readiness={readiness} check={check} />
    </div>
  );
}
