import { stringifyEntityRef } from '@backstage/catalog-model';
import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { NeedDialog } from './NeedDialog';
import { useNeedLook } from './useNeedLook';

/** The same as the button, in the context menu of the entity page. */
export function useNeedMenuItem() {
  const { entity } = useEntity();
  const dialogApi = useApi(dialogApiRef);
  const { t } = usePilotTranslation();
  const target = stringifyEntityRef(entity);
  const { text } = useNeedLook(target);
  return {
    title: t(`need.${text}`),
    onClick: () => {
      dialogApi.open(({ dialog }) => (
        <NeedDialog
          entityRef={target}
          isOpen
          onOpenChange={isOpen => !isOpen && dialog.close()}
        />
      ));
    },
  };
}
