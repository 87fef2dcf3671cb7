import { useName } from '../../hooks/useName';

/** What people call an entity, as text. */
export function EntityName({ entityRef }: { entityRef: string }) {
  return <>{useName(entityRef)}</>;
}
