import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';
import { EntityName } from './EntityName';

/** Only these are in the catalog; services that report are not. */
const isInCatalog = (ref: string) => /^(user|group):[^/]+\/.+$/i.test(ref);

/** Who answered or decided something. */
export function Signer(props: { by: string | null; isLink?: boolean }) {
  const { by, isLink = false } = props;
  const { t } = usePilotTranslation();
  if (!by) return <>{t('readiness.by.nobody')}</>;
  if (!isInCatalog(by)) return <>{by}</>;
  return isLink ? (
    <EntityRefLink entityRef={by} />
  ) : (
    <EntityName entityRef={by} />
  );
}
