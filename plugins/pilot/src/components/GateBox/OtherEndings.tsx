import { useRef, useState, type ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import {
  isEnded,
  type Pilot,
  type PhaseTransition,
} from '@pilot-to-platform/plugin-pilot-common';
import { useFocusRefuge } from '../../hooks/useFocusRefuge';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { HandOffDialog } from './HandOffDialog';
import { ProposeDialog } from './ProposeDialog';

const endings = ['point-solution', 'retired', 'reopen'] as const;
type Ending = Extract<PhaseTransition, (typeof endings)[number]>;

/** What else can be proposed: other endings are as good as a launch. */
export function OtherEndings(props: {
  pilot: Pilot;
  onDone: (status: ReactNode) => void;
}) {
  const { pilot, onDone } = props;
  const { t } = usePilotTranslation();
  const [opened, setOpened] = useState<Ending | 'handOff'>();
  const button = useRef<HTMLButtonElement>(null);
  // The item of the menu that was pressed has gone when a dialog closes.
  const returnFocus = useFocusRefuge(button);
  const offered = endings.filter(ending => pilot.can[ending] === true);
  const close = () => {
    setOpened(undefined);
    returnFocus();
  };
  const nameOf = (ending: Ending) =>
    ending === 'reopen' && isEnded(pilot.phase)
      ? t('gate.ending.bringBack')
      : t(`gate.ending.${ending}`);
  if (offered.length === 0) return null;
  return (
    <>
      <MenuTrigger>
        <Button
          ref={button}
          size="small"
          variant="secondary"
          iconEnd={<RiArrowDownSLine aria-hidden="true" />}
        >
          {t('gate.endings')}
        </Button>
        <Menu onAction={key => setOpened(key as Ending | 'handOff')}>
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
      <ProposeDialog
        pilot={pilot}
        proposed={
          opened && opened !== 'handOff'
            ? { to: opened, bypass: false }
            : undefined
        }
        onClose={close}
        onDone={onDone}
      />
      <HandOffDialog
        target={pilot.target}
        isOpen={opened === 'handOff'}
        onClose={close}
      />
    </>
  );
}
