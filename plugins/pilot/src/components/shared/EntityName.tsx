import { Fragment } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useLanguage } from '../../hooks/useLanguage';
import { useName } from '../../hooks/useName';
import { usePilotTranslation } from '../../hooks/usePilotTranslation';

/** Only these are in the catalog; services that report are not. */
const isInCatalog = (ref: string) => /^(user|group):[^/]+\/.+$/i.test(ref);

/** Shows the name of an entity, as text. */
export function EntityName({ entityRef }: { entityRef: string }) {
  return <>{useName(entityRef)}</>;
}

/** Names who answered or decided something. */
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

/** "Council or Board": the Groups of whom any can decide. */
export function Approvers(props: {
  approvers: readonly string[];
  isLink?: boolean;
}) {
  const { approvers, isLink = false } = props;
  const list = new Intl.ListFormat(useLanguage(), { type: 'disjunction' });
  const parts = list.formatToParts(approvers);
  return (
    <>
      {parts.map(({ type, value }, index) => (
        // eslint-disable-next-line react/no-array-index-key -- never reordered
        <Fragment key={index}>
          {type === 'literal' && value}
          {type === 'element' &&
            (isLink ? (
              <EntityRefLink entityRef={value} defaultKind="group" />
            ) : (
              <EntityName entityRef={value} />
            ))}
        </Fragment>
      ))}
    </>
  );
}
