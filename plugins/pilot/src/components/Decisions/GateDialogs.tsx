import type { ReactNode } from 'react';
import { DecideDialog } from './DecideDialog';
import type { GateDialog } from './GateDialog';
import { HandOffDialog } from './HandOffDialog';
import { ProposeDialog } from './ProposeDialog';

/**
 * The dialogs of the gate box. They stand outside of what opens them, because
 * that may go when a colleague acts first, and what is typed has to stay.
 */
export function GateDialogs(props: {
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
