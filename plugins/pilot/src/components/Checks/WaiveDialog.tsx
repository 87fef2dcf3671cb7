import { Dialog, DialogHeader } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import type { CheckDialogProps } from './CheckDialogProps';
import { WaiveForm } from './WaiveForm';

/** An approver's exemption from a check. */
export function WaiveDialog(props: CheckDialogProps) {
  const { check, isOpen, onOpenChange } = props;
  const { t } = usePilotTranslation();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width={560}>
      <DialogHeader>
        {t('readiness.waiveTitle', {
          question: check.question,
        })}
      </DialogHeader>
      <WaiveForm {...props} />
    </Dialog>
  );
}
