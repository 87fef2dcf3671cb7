import { Dialog, DialogHeader } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { AttestForm } from './AttestForm';
import type { CheckDialogProps } from './CheckDialogProps';

/** The owner's signed answer to a check. */
export function AttestDialog(props: CheckDialogProps) {
  const { check, isOpen, onOpenChange } = props;
  const { t } = usePilotTranslation();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width={560}>
      <DialogHeader>
        {t('readiness.attestTitle', {
          question: check.question,
        })}
      </DialogHeader>
      <AttestForm {...props} />
    </Dialog>
  );
}
