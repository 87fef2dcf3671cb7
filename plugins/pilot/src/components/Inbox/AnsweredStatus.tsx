import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useAuthorName } from '../../hooks/useAuthorName';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import type { Answered } from './InboxRows';

/** "Planned. Dana is told. Next: Checkout." */
export function AnsweredStatus({ answered }: { answered: Answered }) {
  const { after, next } = answered;
  const { t } = usePilotTranslation();
  const author = useAuthorName(after);
  const status = t(`status.${after.status}`);
  return (
    <>
      {t('inbox.saved', { status, author })}
      {next && <Next interest={next} />}
    </>
  );
}

function Next({ interest }: { interest: Interest }) {
  const { t } = usePilotTranslation();
  return <> {t('inbox.next', { team: useName(interest.team) })}</>;
}
