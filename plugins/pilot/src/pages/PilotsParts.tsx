import type { ReactNode } from 'react';
import { matchPath, useParams } from 'react-router-dom';
import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';

/**
 * The page with its parts. Of an address that no part has, Backstage draws the
 * tabs and nothing below them; this says that there is nothing.
 */
export function PilotsParts(props: {
  /** Paths of the parts, such as `portfolio`. */
  paths: readonly string[];
  children: ReactNode;
}) {
  const { '*': rest = '' } = useParams();
  const isKnown =
    rest === '' ||
    props.paths.some(path => matchPath(`/${path}/*`, `/${rest}`) !== null);
  return (
    <>
      {props.children}
      {!isKnown && <NotFoundErrorPage />}
    </>
  );
}

/** A page with none below it: a longer address leads nowhere. */
export function LeafPage({ children }: { children: ReactNode }) {
  const { '*': rest = '' } = useParams();
  return rest === '' ? <>{children}</> : <NotFoundErrorPage />;
}
