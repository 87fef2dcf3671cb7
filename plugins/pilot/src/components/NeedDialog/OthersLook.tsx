import { Alert } from '@backstage/ui';
import type { Otherwise } from '@pilot-to-platform/plugin-pilot-common';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import type { SimilarItem } from './LooksAlike';

/** Says to whom builds their own that others look for the same. */
export function OthersLook(props: {
  otherwise: Otherwise | null;
  similar: readonly SimilarItem[];
}) {
  const { otherwise, similar } = props;
  const { t } = usePilotTranslation();
  const builds = otherwise === 'build-own' || otherwise === 'built-own';
  const names = similar.map(({ title, target }) => title ?? target).join(', ');
  // The region is there before its text, or the text would not be spoken.
  return (
    <div role="status">
      {builds && names && (
        <Alert status="info" icon title={t('need.othersLook', { names })} />
      )}
    </div>
  );
}
