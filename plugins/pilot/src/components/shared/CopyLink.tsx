import { useState } from 'react';
import { Button } from '@backstage/ui';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import classes from './CopyLink.module.css';
import { LinkToCopy } from './LinkToCopy';
import { useCopyLink } from './useCopyLink';

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
