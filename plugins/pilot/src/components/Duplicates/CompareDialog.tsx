import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { CompareTable } from './CompareTable';
import type { Member } from './useMemberNames';

/** The targets of a group side by side. */
export function CompareDialog(props: {
  members: readonly Member[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const { members, isOpen, onOpenChange } = props;
  const { t } = usePilotTranslation();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width={840}>
      <DialogHeader>{t('fragmentation.compare')}</DialogHeader>
      <DialogBody>
        <CompareTable members={members} />
      </DialogBody>
    </Dialog>
  );
}
