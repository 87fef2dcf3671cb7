import { useLanguage } from '../../hooks/useLanguage';
import { formatInstant } from '../../format/formatInstant';

/** When something happened, relative while that is easier to grasp. */
export function Instant({ iso }: { iso: string }) {
  const { text, full } = formatInstant(iso, useLanguage());
  return (
    <time dateTime={iso} title={full}>
      {text}
    </time>
  );
}
