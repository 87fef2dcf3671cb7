import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { refusal } from '../../errorStatus';
import { useLanguage } from '../../hooks/useLanguage';
import { Conflict } from '../LoadState/Conflict';
import { Instant } from '../UserText/Instant';
import { Signer } from '../UserText/Signer';
import { pilotOf } from './pilotOf';
import { wordsOf } from './Proposed';

/** Says that somebody was quicker, and how it stands now. */
export function PhaseConflict(props: { error: Error; onLatest: () => void }) {
  const { error, onLatest } = props;
  const current = pilotOf(error);
  return (
    <Conflict
      error={error}
      description={current ? <AsItStands pilot={current} /> : refusal(error)}
      onLatest={onLatest}
    />
  );
}

function AsItStands({ pilot }: { pilot: Pilot }) {
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const { proposal, phase } = pilot;
  return proposal ? (
    <>
      {t('gate.conflictProposal', {
        who: <Signer by={proposal.by} />,
        what: t(`gate.what.${wordsOf(proposal)}`),
        when: <Instant iso={proposal.at} />,
      })}
    </>
  ) : (
    <>
      {t('gate.conflictPhase', {
        phase: t(`phase.${phase}`).toLocaleLowerCase(language),
      })}
    </>
  );
}
