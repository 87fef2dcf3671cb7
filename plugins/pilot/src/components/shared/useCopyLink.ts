import { useState } from 'react';

/** Puts an address where a reader can paste it from. */
export function useCopyLink(
  href: () => string,
  onCopied: () => void,
): {
  copy: () => Promise<void>;
  /** Where it could not be copied. */ shown?: string;
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
