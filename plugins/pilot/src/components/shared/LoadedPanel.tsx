import { useRef, type ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';
import type { Loaded, Resource } from '../../cache/Resource';
import { isHidden } from '../../api/errorStatus';
import { LoadFailed } from './LoadFailed';
import { LoadingPart } from './LoadingPart';
import { ShownAsOf } from './ShownAsOf';
import { Panel } from './Panel';

/** A value, and the time when it was loaded. */
export interface Dated<T> {
  readonly value: T;
  readonly loadedAt: string;
}

/** Notes when an answer came, for when the next one does not. */
export async function dated<T>(answer: Promise<T>): Promise<Dated<T>> {
  return { value: await answer, loadedAt: new Date().toISOString() };
}

/** A part of the tab that loads, fails and is tried again by itself. */
export function LoadedPanel<T>(props: {
  title: string;
  actions?: ReactNode;
  resource: Resource<Dated<T>>;
  loaded: Loaded<Dated<T>>;
  /** Expected height of the content. */
  height: string;
  children: (value: T) => ReactNode;
}) {
  const { title, actions, resource, loaded, height, children } = props;
  const region = useRef<HTMLElement>(null);
  const retry = () => {
    // The pressed button goes away, and focus must not go with it.
    region.current?.focus();
    resource.reload();
  };
  if (loaded.state === 'failed' && isHidden(loaded.error)) return null;
  return (
    <Panel
      ref={region}
      title={title}
      actions={actions}
      isBusy={loaded.state === 'loading'}
    >
      {loaded.state === 'loading' && (
        <LoadingPart
          thing={title}
          outline={<Skeleton width="100%" height={height} />}
        />
      )}
      {loaded.state === 'failed' && (
        <LoadFailed thing={title} onRetry={retry} />
      )}
      {loaded.state === 'ready' && (
        <>
          {loaded.error && (
            <ShownAsOf asOf={loaded.value.loadedAt} onRetry={retry} />
          )}
          {children(loaded.value.value)}
        </>
      )}
    </Panel>
  );
}
