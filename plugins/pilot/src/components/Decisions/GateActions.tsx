import type { RefObject } from 'react';
import { RiArrowDownSLine } from '@remixicon/react';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  type Pilot,
  isEnded,
  type PhaseTransition,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePhaseWord } from '../../hooks/usePhaseWord';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { EntityName } from '../shared/EntityName';
import classes from './GateBox.module.css';
import type { GateDialog, Proposed } from './GateDialog';

const otherEndings = ['point-solution', 'retired', 'reopen'] as const;

type Ending = Extract<PhaseTransition, (typeof otherEndings)[number]>;

/** Offers what the reader can propose; else a sentence says why not. */
export function GateActions(props: {
  pilot: Pilot;
  endings: RefObject<HTMLButtonElement>;
  onOpen: (dialog: GateDialog) => void;
}) {
  const { pilot, endings, onOpen } = props;
  const { gate, can, platformScale } = pilot;
  const { t } = usePilotTranslation();
  const wordOf = usePhaseWord();
  const propose = (proposed: Proposed) =>
    onOpen({ type: 'propose', pilot, proposed });
  const to = gate?.to;
  if (!hasActions(pilot)) return null;
  return (
    <div className={classes.ends}>
      <div className={classes.line}>
        {to && can[to] === true && (
          <Button
            size="small"
            variant="primary"
            onPress={() => propose({ to, bypass: false })}
          >
            {t('gate.propose', { phase: wordOf(to) })}
          </Button>
        )}
        <WhyNot pilot={pilot} />
        {platformScale && gate && !gate.open && can.bypass === true && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => propose({ to: 'build-out', bypass: true })}
          >
            {t('gate.bypass')}
          </Button>
        )}
      </div>
      <OtherEndings pilot={pilot} button={endings} onOpen={onOpen} />
    </div>
  );
}

/** While a proposal waits, and where an ending is not the reader's, none. */
function hasActions({ can, gate, proposal }: Pilot): boolean {
  if (proposal) return false;
  const answers = Object.values(can);
  return (
    answers.includes(true) ||
    answers.includes('noApprovers') ||
    (gate !== null && ['gateClosed', 'notOwner'].includes(String(can[gate.to])))
  );
}

function WhyNot({ pilot }: { pilot: Pilot }) {
  const { gate, can, owner } = pilot;
  const { t } = usePilotTranslation();
  const wordOf = usePhaseWord();
  if (Object.values(can).includes('noApprovers')) {
    return <span>{t('gate.noApprovers')}</span>;
  }
  if (!gate) return null;
  const phase = wordOf(gate.to);
  switch (can[gate.to]) {
    case 'gateClosed':
      return <span>{t('gate.later', { phase })}</span>;
    case 'notOwner':
      return owner ? (
        <span>
          {t(gate.open ? 'gate.ownerProposesNow' : 'gate.ownerProposes', {
            owner: <EntityName entityRef={owner} />,
            phase,
          })}
        </span>
      ) : null;
    default:
      return null;
  }
}

/** Offers the other endings, which are as good as a launch. */
function OtherEndings(props: {
  pilot: Pilot;
  /** Gets the focus when a dialog closes: the pressed item has gone by then. */
  button: RefObject<HTMLButtonElement>;
  onOpen: (dialog: GateDialog) => void;
}) {
  const { pilot, button, onOpen } = props;
  const { t } = usePilotTranslation();
  const offered = otherEndings.filter(ending => pilot.can[ending] === true);
  const open = (chosen: Ending | 'handOff') =>
    onOpen(
      chosen === 'handOff'
        ? { type: 'handOff' }
        : { type: 'propose', pilot, proposed: { to: chosen, bypass: false } },
    );
  const nameOf = (ending: Ending) =>
    ending === 'reopen' && isEnded(pilot.phase)
      ? t('gate.ending.bringBack')
      : t(`gate.ending.${ending}`);
  if (offered.length === 0) return null;
  return (
    <MenuTrigger>
      <Button
        ref={button}
        size="small"
        variant="secondary"
        iconEnd={<RiArrowDownSLine aria-hidden="true" />}
      >
        {t('gate.endings')}
      </Button>
      <Menu onAction={key => open(key as Ending | 'handOff')}>
        {offered.map(ending => (
          <MenuItem key={ending} id={ending}>
            {nameOf(ending)}
          </MenuItem>
        ))}
        {!isEnded(pilot.phase) && (
          <MenuItem id="handOff">{t('gate.ending.handOff')}</MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  );
}
