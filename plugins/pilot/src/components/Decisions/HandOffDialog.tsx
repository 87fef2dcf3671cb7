import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Link,
  Text,
} from '@backstage/ui';
import { useEditLink } from '../../hooks/useFixLink';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './GateBox.module.css';

/** Says how a Pilot is handed off: in its description, not by a decision. */
export function HandOffDialog(props: {
  target: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { target, isOpen, onClose } = props;
  const { t } = usePilotTranslation();
  const link = useEditLink(target);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={willBeOpen => !willBeOpen && onClose()}
      width={560}
    >
      <DialogHeader>{t('gate.handOffTitle')}</DialogHeader>
      <DialogBody className={classes.body}>
        <Text as="p" className={classes.text}>
          {t('gate.handOffIs')}
        </Text>
        <Text as="p" className={classes.text}>
          {t('gate.handOffHow')}
        </Text>
        {link && (
          <Link href={link} target="_blank" rel="noopener noreferrer">
            {t('gate.handOffEdit')}
          </Link>
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" slot="close">
          {t('gate.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
