import type { ReactNode } from 'react';
import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { useParams } from 'react-router-dom';

/** A page with none below it: a longer address leads nowhere. */
export function LeafPage({ children }: { children: ReactNode }) {
  const { '*': rest = '' } = useParams();
  return rest === '' ? <>{children}</> : <NotFoundErrorPage />;
}
