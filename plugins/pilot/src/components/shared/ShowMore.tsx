import { Button } from '@backstage/ui';
import type { Page, Pages } from '../../hooks/usePages';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { LoadFailed } from './LoadFailed';

/** Loads the next page of a list; absent at its end. */
export function ShowMore(props: {
  list: Pick<Pages<Page>, 'more' | 'isMorePending' | 'moreError'>;
  /** Names what is listed, in messages. */
  thing: string;
  /** Tells the button from others like it on the same page. */
  of?: string;
  size?: 'small' | 'medium';
  className?: string;
}) {
  const { list, thing, of, size = 'small', className } = props;
  const { t } = usePilotTranslation();
  if (!list.more) return null;
  if (list.moreError) return <LoadFailed thing={thing} onRetry={list.more} />;
  return (
    <Button
      size={size}
      variant="secondary"
      className={className}
      aria-label={of && `${t('state.more')}, ${of}`}
      isPending={list.isMorePending}
      onPress={list.more}
    >
      {t('state.more')}
    </Button>
  );
}
