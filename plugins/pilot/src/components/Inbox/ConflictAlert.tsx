import type { Interest } from '@pilot-to-platform/plugin-pilot-common';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Conflict } from '../shared/Conflict';
import { Instant } from '../shared/Instant';
import { changedBy, currentOf } from './currentOf';

/** Says who was quicker. What was typed stays, and nothing is overwritten. */
export function ConflictAlert(props: { error: Error; onLatest: () => void }) {
  const { error, onLatest } = props;
  const current = currentOf(error);
  return (
    <Conflict
      error={error}
      title={current && <ChangedBy interest={current} />}
      onLatest={onLatest}
    />
  );
}

function ChangedBy({ interest }: { interest: Interest }) {
  const { t } = usePilotTranslation();
  const person = changedBy(interest);
  const name = useName(person ?? interest.team);
  return (
    <>
      {t('state.conflict', {
        who: person ? name : t('inbox.nobody'),
        when: <Instant iso={interest.updatedAt} />,
      })}
    </>
  );
}
