import { useState } from 'react';
import { Button, TextField } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './CopyLink.module.css';

/** A button that copies an address, and says that it did. */
export function CopyLink(props: { label: string; href: () => string }) {
  const { label, href } = props;
  const { t } = usePilotTranslation();
  const [isCopied, setIsCopied] = useState(false);
  const { copy, shown } = useCopyLink(href, () => setIsCopied(true));
  return (
    <div className={classes.line}>
      <Button size="small" variant="secondary" onPress={copy}>
        {label}
      </Button>
      <span role="status">{isCopied ? t('copyLink.copied') : null}</span>
      {shown && <LinkToCopy href={shown} />}
    </div>
  );
}

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

/** Puts an address where a reader can paste it from. */
export function useCopyLink(
  href: () => string,
  onCopied: () => void,
): {
  copy: () => Promise<void>;
  /** The address, where it could not be copied. */ shown?: string;
} {
  const [shown, setShown] = useState<string>();
  const copy = async () => {
    const link = href();
    try {
      await navigator.clipboard.writeText(link);
      setShown(undefined);
      onCopied();
    } catch {
      // Without TLS or against the reader's settings: they copy it themselves.
      setShown(link);
    }
  };
  return { copy, shown };
}
