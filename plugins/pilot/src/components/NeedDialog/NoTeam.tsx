import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Button,
  ButtonLink,
  DialogBody,
  DialogFooter,
  Text,
} from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { catalogIndexRouteRef } from '../../routes';
import { LinkToCopy, useCopyLink } from '../shared/CopyLink';
import classes from './NeedDialog.module.css';

/** Says why nothing can be recorded, and offers two ways on. */
export function NoTeam(props: {
  target: string;
  onStatus: (status: string) => void;
  onClose: () => void;
}) {
  const { target, onStatus, onClose } = props;
  const { t } = usePilotTranslation();
  const entityLink = useEntityRefLink();
  const catalogIndex = useRouteRef(catalogIndexRouteRef);

  const { copy, shown } = useCopyLink(
    () => new URL(entityLink(target), window.location.origin).href,
    () => onStatus(t('copyLink.copied')),
  );

  return (
    <>
      <DialogBody className={classes.body}>
        <Text as="p" variant="body-medium" className={classes.text}>
          {t('need.noTeam')}
        </Text>
        {shown && <LinkToCopy href={shown} />}
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
