import { usePilotCache } from '../../hooks/usePilotCache';
import { useResource } from '../../hooks/useResource';
import { needLook, type NeedLook } from './needLook';

/** What the button for a target says; it never waits to say it. */
export function useNeedLook(target: string): NeedLook {
  const own = useResource(usePilotCache().own(target));
  return needLook(own.state === 'ready' ? own.value : []);
}
