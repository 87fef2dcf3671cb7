import { type ReactNode, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  type Pilot,
  type Proposal,
  type Decision,
  pilotSchema,
} from '@pilot-to-platform/plugin-pilot-common';
import { refusal } from '../../api/errorStatus';
import { pilotApiRef } from '../../api/pilotApiRef';
import { Resource, type Loaded } from '../../cache/Resource';
import { useLanguage } from '../../hooks/useLanguage';
import { usePhaseWord } from '../../hooks/usePhaseWord';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useResource } from '../../hooks/useResource';
import { Conflict } from '../shared/Conflict';
import { Signer } from '../shared/EntityName';
import { Instant } from '../shared/Instant';
import { wordsOf, type Proposed } from './GateDialog';

/** Reasons why an approver can reject a proposal and not approve it. */
export const onlyReject = ['gateClosed', 'notStated', 'wrongPhase'] as const;

/** A change that the reader tried, and what they saw when they did. */
export interface Attempt {
  /** The Pilot as the reader saw it. */
  pilot: Pilot;
  /** The proposal that the reader tried to decide, or to withdraw. */
  proposal?: Proposal;
  /** The change of phase that the reader tried to propose. */
  proposed?: Proposed;
  /** True where the reader typed anything. */
  isTyped: boolean;
}

interface Refused {
  error: Error;
  attempt: Attempt;
  onLatest: () => void;
}

/** Says who was quicker, and how it stands now. */
export function PhaseConflict(props: Refused) {
  const { error, attempt } = props;
  const current = pilotOf(error);
  const { t } = usePilotTranslation();
  const wordOf = usePhaseWord();
  if (!current) return <Changed {...props}>{refusal(error)}</Changed>;
  const { proposal: standing } = current;
  if (standing && standing.id === attempt.proposal?.id) {
    const why = onlyReject.find(code => code === standing.can.decide);
    return (
      <Changed {...props}>
        {why ? t(`gate.cannotApprove.${why}`) : refusal(error)}
      </Changed>
    );
  }
  if (current.approvers.length === 0) {
    return <Changed {...props}>{t('gate.noApprovers')}</Changed>;
  }
  const { proposed } = attempt;
  if (proposed && standing) {
    return (
      <Changed {...props} by={standing.by} at={standing.at}>
        {t('gate.conflictProposal', {
          what: t(`gate.what.${wordsOf(standing)}`),
        })}
      </Changed>
    );
  }
  const { gate, can } = current;
  if (gate && proposed?.to === gate.to && can[gate.to] === 'gateClosed') {
    return (
      <Changed {...props}>
        {t('gate.later', { phase: wordOf(gate.to) })}
      </Changed>
    );
  }
  return <Decided {...props} current={current} />;
}

/** Loads the newest decision to say who made it, when, and which. */
function Decided(props: Refused & { current: Pilot }) {
  const { attempt, current } = props;
  const { pilot, proposal } = attempt;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  const found = useLatestDecision(pilot.target);
  if (found.state === 'loading') return <Changed {...props} />;
  const phase = t(`phase.${current.phase}`).toLocaleLowerCase(language);
  const decision = found.state === 'ready' ? found.value : undefined;
  const isMeant = proposal
    ? decision?.proposed?.by === proposal.by &&
      decision.proposed.at === proposal.at
    : decision && decision.at > pilot.asOf;
  if (decision?.by && decision.type !== 'declared' && isMeant) {
    return (
      <Changed {...props} by={decision.by} at={decision.at}>
        {t(`gate.conflictDecided.${decision.type}`, { phase })}
      </Changed>
    );
  }
  if (proposal && found.state === 'ready') {
    // Only who made it can take it back, and else it was decided.
    return (
      <Changed {...props}>
        {t('gate.conflictWithdrawn', { who: <Signer by={proposal.by} /> })}
      </Changed>
    );
  }
  return (
    <Changed {...props}>
      {current.phase !== pilot.phase && t('gate.conflictPhase', { phase })}
    </Changed>
  );
}

function Changed(
  props: Refused & { by?: string; at?: string; children?: ReactNode },
) {
  const { error, attempt, by, at, children, onLatest } = props;
  const { t } = usePilotTranslation();
  return (
    <Conflict
      error={error}
      title={
        by && at ? (
          <>
            {t(attempt.isTyped ? 'state.conflict' : 'state.changedBy', {
              who: <Signer by={by} />,
              when: <Instant iso={at} />,
            })}
          </>
        ) : (
          t(attempt.isTyped ? 'state.changed' : 'state.changedOnly')
        )
      }
      description={children}
      onLatest={onLatest}
    />
  );
}

/** The newest decision about a Pilot; undefined where there was none. */
function useLatestDecision(target: string): Loaded<Decision | undefined> {
  const api = useApi(pilotApiRef);
  const latest = useMemo(
    () =>
      new Resource(async () =>
        (await api.listDecisions(target, { limit: 1 })).items.at(0),
      ),
    [api, target],
  );
  return useResource(latest);
}

/** The Pilot as it stands, from the refusal of a change made on an older one. */
export function pilotOf(error: Error): Pilot | undefined {
  if (!('body' in error)) return undefined;
  const { current } = (error.body ?? {}) as { current?: unknown };
  const parsed = pilotSchema.safeParse(current);
  return parsed.success ? parsed.data : undefined;
}
