import { mayRead, Sight } from '../sight/Sight';
import { Viewer } from './Door';
import { Visibility } from './Visibility';

/**
 * Lets a person read those of the answers kept for everybody that were made
 * from nothing but what they see, and the Groups that they belong to. An entity
 * that the catalog does not have is like one that they cannot see.
 */
export function sightOf(viewer: Viewer, visibility: Visibility): Sight {
  const { caller, credentials, rights } = viewer;
  const readsInterest = !rights.read.isNone;
  return {
    async readerOf(kept) {
      if (await seesAll(viewer, visibility)) {
        return () => true;
      }
      const isEverything = await visibility.isEverything(credentials);
      const refs = kept.flatMap(answer => answer.refs ?? []);
      const isVisible = isEverything
        ? () => true
        : await visibility.ofRefs(refs, credentials);
      const own = new Set(caller.ownership);
      return answer =>
        mayRead(answer, ref => own.has(ref) || isVisible(ref), readsInterest);
    },
  };
}

/** Returns whether a person may read every answer that is kept. */
export async function seesAll(
  { credentials, rights }: Viewer,
  visibility: Visibility,
): Promise<boolean> {
  return !rights.read.isNone && visibility.isEverything(credentials);
}
