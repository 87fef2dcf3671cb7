import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import type { Pilot, Proposal } from '@pilot-to-platform/plugin-pilot-common';
import { useNumbers } from '../../hooks/useNumbers';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { Signer } from '../shared/EntityName';
import { Instant } from '../shared/Instant';
import { UserText } from '../shared/UserText';
import classes from './GateBox.module.css';
import { type GateDialog, wordsOf } from './GateDialog';
import { ProposalActions } from './ProposalActions';
import { Snapshot } from './Snapshot';

type Changed = Proposal['changed'][number];

/** Shows an open proposal: who made it, why, and what changed since. */
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

/** Lists what has changed since the proposal. */
function ChangedSince({ changed }: { changed: readonly Changed[] }) {
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
