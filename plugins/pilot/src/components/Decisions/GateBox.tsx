import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { formatDay } from '../../format/formatInstant';
import { useChanges } from '../../hooks/useChanges';
import { useFocusRefuge } from '../../hooks/useFocusRefuge';
import { useLanguage } from '../../hooks/useLanguage';
import { usePhaseWord } from '../../hooks/usePhaseWord';
import { usePilotCache } from '../../hooks/usePilotCache';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { useRegion } from '../../hooks/useRegion';
import { Panel } from '../shared/Panel';
import { hasAdvice, WithReasons } from '../shared/Recommendation';
import { Region } from '../shared/Region';
import { UserText } from '../shared/UserText';
import { DecideDialog } from './DecideDialog';
import { GateActions } from './GateActions';
import classes from './GateBox.module.css';
import type { GateDialog } from './GateDialog';
import { GateLeftList } from './GateLeftList';
import { HandOffDialog } from './HandOffDialog';
import { OpenProposal } from './OpenProposal';
import { ProposeDialog } from './ProposeDialog';
import { useGateStatus } from './useGateStatus';

/**
 * Shows what is left before the next phase of a Pilot, what is proposed, and
 * what can be done now. It shows nothing to whoever may not read interest.
 */
export function GateBox({ target }: { target: string }) {
  const { t } = usePilotTranslation();
  const region = useRegion(usePilotCache().phases.pilot(target));
  const { value } = region;
  const title = useGateTitle(value);
  const endings = useRef<HTMLButtonElement>(null);
  const keepFocus = useFocusRefuge(region.element);
  const returnFocus = useFocusRefuge(endings, region.element);
  const [status, say] = useGateStatus(target, value);
  const [opened, setOpened] = useState<GateDialog>();
  useChanges(value ? [value.watch] : [], region.reload);
  const done = (said: ReactNode) => {
    say(said);
    keepFocus();
  };
  const close = () => {
    setOpened(undefined);
    returnFocus();
  };

  if (region.isHidden) return null;
  return (
    <Panel frame={region.frame} title={title}>
      <div role="status" className={classes.status}>
        {status}
      </div>
      <Region
        state={region}
        thing={t('gate.heading')}
        outline={<Skeleton width="100%" height="6rem" />}
        asOf={({ asOf }) => asOf}
      >
        {pilot => (
          <GateContent
            pilot={pilot}
            endings={endings}
            onOpen={setOpened}
            onDone={done}
          />
        )}
      </Region>
      <GateDialogs
        target={target}
        opened={opened}
        onClose={close}
        onDone={done}
      />
    </Panel>
  );
}

/** The proposal, what is left, the advice, and what can be done. */
function GateContent(props: {
  pilot: Pilot;
  endings: RefObject<HTMLButtonElement>;
  onOpen: (dialog: GateDialog) => void;
  onDone: (status: ReactNode) => void;
}) {
  const { pilot, endings, onOpen, onDone } = props;
  return (
    <>
      {pilot.proposal && (
        <OpenProposal
          pilot={pilot}
          proposal={pilot.proposal}
          onOpen={onOpen}
          onDone={onDone}
        />
      )}
      {pilot.gate ? (
        <GateLeftList pilot={pilot} gate={pilot.gate} onDone={onDone} />
      ) : (
        <PhaseNow pilot={pilot} />
      )}
      <RecommendationLine pilot={pilot} />
      <GateActions pilot={pilot} endings={endings} onOpen={onOpen} />
    </>
  );
}

/** Since when, and why, a Pilot is in a phase that no gate follows. */
function PhaseNow({ pilot }: { pilot: Pilot }) {
  const { phaseSince, phaseFrom, phaseReason } = pilot;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return (
    <div className={classes.lines}>
      <Text as="p" className={classes.text}>
        {phaseSince &&
          t('gate.since', { date: formatDay(phaseSince, language) })}{' '}
        {phaseFrom === 'declared' && t('gate.declared')}
      </Text>
      {phaseReason && <UserText>{phaseReason}</UserText>}
    </div>
  );
}

/** Shows the recommendation, and who takes over where that is stated. */
function RecommendationLine({ pilot }: { pilot: Pilot }) {
  const { recommendation, handOff } = pilot;
  const { t } = usePilotTranslation();
  const language = useLanguage();
  return (
    <div className={classes.lines}>
      {hasAdvice(pilot) && (
        <WithReasons pilot={pilot}>
          {t('gate.recommended', {
            what: t(`recommendation.${recommendation.code}`).toLocaleLowerCase(
              language,
            ),
          })}
        </WithReasons>
      )}
      {handOff && (
        <span>
          {t('gate.handOffTo', {
            team: <EntityRefLink entityRef={handOff} defaultKind="group" />,
          })}
        </span>
      )}
    </div>
  );
}

/**
 * The dialogs of the gate box. They stand outside of what opens them, because
 * that may go when a colleague acts first, and what is typed has to stay.
 */
function GateDialogs(props: {
  target: string;
  opened: GateDialog | undefined;
  onClose: () => void;
  onDone: (status: ReactNode) => void;
}) {
  const { target, opened, onClose, onDone } = props;
  return (
    <>
      <ProposeDialog
        opened={opened?.type === 'propose' ? opened : undefined}
        onClose={onClose}
        onDone={onDone}
      />
      <DecideDialog
        opened={opened?.type === 'decide' ? opened : undefined}
        onClose={onClose}
        onDone={onDone}
      />
      <HandOffDialog
        target={target}
        isOpen={opened?.type === 'handOff'}
        onClose={onClose}
      />
    </>
  );
}

/** "Before launch: 2 things left" */
function useGateTitle(pilot: Pilot | undefined): string {
  const { t } = usePilotTranslation();
  const wordOf = usePhaseWord();
  if (!pilot) return t('gate.heading');
  const { gate, phase } = pilot;
  if (gate) {
    const count = gate.left.length;
    return count > 0
      ? t('gate.left', { count, phase: wordOf(gate.to) })
      : t('gate.none', { phase: wordOf(gate.to) });
  }
  switch (phase) {
    case 'platform':
    case 'point-solution':
    case 'retired':
      return t(`gate.ended.${phase}`);
    default:
      return t('gate.heading');
  }
}
