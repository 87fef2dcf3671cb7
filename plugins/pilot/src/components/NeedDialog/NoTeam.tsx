import { useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Button,
  ButtonLink,
  DialogBody,
  DialogFooter,
  Text,
  TextField,
} from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { catalogIndexRouteRef } from '../../routes';
import classes from './NeedDialog.module.css';

/** Why nothing can be recorded, and two ways on. */
export function NoTeam(props: {
  target: string;
  onStatus: (status: string) => void;
  onClose: () => void;
}) {
  const { target, onStatus, onClose } = props;
  const { t } = usePilotTranslation();
  const entityLink = useEntityRefLink();
  const catalogIndex = useRouteRef(catalogIndexRouteRef);
  const [isLinkShown, setIsLinkShown] = useState(false);
  const link = new URL(entityLink(target), window.location.origin).href;

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      onStatus(t('need.linkCopied'));
    } catch {
      // Without TLS or against the reader's settings: they copy it themselves.
      setIsLinkShown(true);
    }
  };

  return (
    <>
      <DialogBody className={classes.body}>
        <Text as="p" variant="body-medium" className={classes.text}>
          {t('need.noTeam')}
        </Text>
        {isLinkShown && (
          <TextField
            label={t('need.linkToCopy')}
            value={link}
            isReadOnly
            autoFocus
          />
        )}
      </DialogBody>
      <DialogFooter className={classes.footer}>
        <Button variant="secondary" onPress={copy}>
          {t('need.copyLink')}
        </Button>
        {catalogIndex && (
          <ButtonLink
            variant="primary"
            href={`${catalogIndex()}?filters%5Bkind%5D=group`}
            onPress={onClose}
          >
            {t('need.findTeam')}
          </ButtonLink>
        )}
      </DialogFooter>
    </>
  );
}
