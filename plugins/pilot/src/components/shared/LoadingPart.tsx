import type { ReactNode } from 'react';
import { Text, VisuallyHidden } from '@backstage/ui';
import { useAfter } from '../../hooks/useAfter';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** Stands for a part on its way: nothing at first, then its outline. */
export function LoadingPart(props: { thing: string; outline: ReactNode }) {
  const { t } = usePilotTranslation();
  const isSlow = useAfter(200);
  const isVerySlow = useAfter(10_000);
  return (
    <>
      <VisuallyHidden role="status">
        {isSlow ? t('state.loading', { thing: props.thing }) : null}
      </VisuallyHidden>
      {isSlow ? <div aria-hidden="true">{props.outline}</div> : null}
      {isVerySlow ? <Text role="status">{t('state.stillLoading')}</Text> : null}
    </>
  );
}
