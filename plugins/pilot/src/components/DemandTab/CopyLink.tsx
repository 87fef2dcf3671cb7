import { useState } from 'react';
import { Button, TextField } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './DemandTab.module.css';

/** Puts an address where a reader can paste it from. */
export function CopyLink(props: { label: string; href: () => string }) {
  const { label, href } = props;
  const { t } = usePilotTranslation();
  const [isCopied, setIsCopied] = useState(false);
  const [shown, setShown] = useState<string>();
  const copy = async () => {
    const link = href();
    try {
      await navigator.clipboard.writeText(link);
      setIsCopied(true);
    } catch {
      // Without TLS or against the reader's settings: they copy it themselves.
      setShown(link);
    }
  };
  return (
    <div className={classes.line}>
      <Button size="small" variant="secondary" onPress={copy}>
        {label}
      </Button>
      <span role="status">{isCopied ? t('need.linkCopied') : null}</span>
      {shown && (
        <TextField label={t('demandTab.linkToCopy')} value={shown} isReadOnly />
      )}
    </div>
  );
}
