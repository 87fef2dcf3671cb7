import { TextField } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** An address for readers to copy by themselves, with focus on it. */
export function LinkToCopy({ href }: { href: string }) {
  const { t } = usePilotTranslation();
  return (
    <TextField
      label={t('copyLink.link')}
      value={href}
      isReadOnly
      // eslint-disable-next-line jsx-a11y/no-autofocus -- they asked for it
      autoFocus
    />
  );
}
