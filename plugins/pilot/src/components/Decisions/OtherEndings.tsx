import type { RefObject } from 'react';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import {
  isEnded,
  type Pilot,
  type PhaseTransition,
} from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import type { GateDialog } from './GateDialog';

const endings = ['point-solution', 'retired', 'reopen'] as const;
type Ending = Extract<PhaseTransition, (typeof endings)[number]>;

/** What else can be proposed: other endings are as good as a launch. */
export function OtherEndings(props: {
  pilot: Pilot;
  /** Gets the focus when a dialog closes: the pressed item has gone by then. */
  button: RefObject<HTMLButtonElement>;
  onOpen: (dialog: GateDialog) => void;
}) {
  const { pilot, button, onOpen } = props;
  const { t } = usePilotTranslation();
  const offered = endings.filter(ending => pilot.can[ending] === true);
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
