import { stringifyEntityRef } from '@backstage/catalog-model';
import { NeedButton } from '@pilot-to-platform/plugin-pilot';
import { useParams } from 'react-router-dom';

/**
 * The button for the entity of the page. Header actions stand outside of the
 * entity context and on every page of the catalog, so the address is what tells
 * the entity, and that there is one.
 */
export function NeedHeaderAction() {
  const { kind, namespace, name } = useParams();
  if (!kind || !namespace || !name) return null;
  return (
    <NeedButton entityRef={stringifyEntityRef({ kind, namespace, name })} />
  );
}
