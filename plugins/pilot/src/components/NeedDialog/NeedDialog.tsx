import { useRef } from 'react';
import { Dialog } from '@backstage/ui';
import { toastApiRef, useApiHolder } from '@backstage/frontend-plugin-api';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { NeedDialogContent } from './NeedDialogContent';

/** Long enough to be read twice; the toast says nothing that is not shown. */
const toastMs = 6_000;

/** The dialog that records, details, confirms and withdraws interests. */
export function NeedDialog(props: {
  entityRef: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const { entityRef, isOpen, onOpenChange } = props;
  const { t } = usePilotTranslation();
  const toastApi = useApiHolder().get(toastApiRef);
  const recordedFor = useRef<string>();

  const change = (willBeOpen: boolean) => {
    if (!willBeOpen && recordedFor.current) {
      const title = t('need.recordedToast', { team: recordedFor.current });
      toastApi?.post({ title, status: 'success', timeout: toastMs });
    }
    recordedFor.current = undefined;
    onOpenChange(willBeOpen);
  };

  return (
    <Dialog isOpen={isOpen} onOpenChange={change} width={560}>
      <NeedDialogContent
        target={entityRef}
        onClose={() => change(false)}
        onRecordedFor={team => {
          recordedFor.current = team;
        }}
      />
    </Dialog>
  );
}
