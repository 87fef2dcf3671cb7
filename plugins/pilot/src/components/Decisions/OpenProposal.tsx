import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import type { Pilot, Proposal } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Snapshot } from './Snapshot';
import { Instant } from '../shared/Instant';
import { Signer } from '../shared/Signer';
import { UserText } from '../shared/UserText';
import { ChangedSince } from './ChangedSince';
import classes from './GateBox.module.css';
import type { GateDialog } from './GateDialog';
import { ProposalActions } from './ProposalActions';
import { wordsOf } from './Proposed';

/** What waits for a decision: who proposed it, why, and what changed since. */
export function OpenProposal(props: {
  pilot: Pilot;
  proposal: Proposal;
  onOpen: (dialog: GateDialog) => void;
  onDone: (status: ReactNode) => void;
}) {
  const { proposal } = props;
  const { t } = usePilotTranslation();
  return (
    <div className={classes.proposal}>
      <Text as="p" weight="bold" className={classes.text}>
        {t('gate.open', {
          who: <Signer by={proposal.by} />,
          what: t(`gate.what.${wordsOf(proposal)}`),
          when: <Instant iso={proposal.at} />,
        })}
      </Text>
      <UserText>{proposal.reason}</UserText>
      <ChangedSince changed={proposal.changed} />
      <Snapshot title={t('gate.then')} snapshot={proposal.snapshot} />
      <ProposalActions {...props} />
    </div>
  );
}
