import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useSettled } from '../../hooks/useSettled';
import type { Choice } from './Choice';
import { loadGroups, loadOwners } from './loadOwners';

/** What a filter can be set to; empty while it is on its way. */
export interface Choices {
  readonly choices: readonly Choice[];
  readonly isFailed: boolean;
}

const none: Choices = { choices: [], isFailed: false };

/** Who owns entities of a kind. */
export function useOwnerChoices(kind: string): Choices {
  const catalogApi = useApi(catalogApiRef);
  return useLoaded(`owners ${kind}`, () => loadOwners(catalogApi, kind));
}

/** Groups by what is typed; the catalog may have thousands of them. */
export function useGroupChoices(typed: string): Choices {
  const catalogApi = useApi(catalogApiRef);
  const text = useSettled(typed, 250);
  return useLoaded(`groups ${text}`, () => loadGroups(catalogApi, text));
}

function useLoaded(key: string, load: () => Promise<Choice[]>): Choices {
  const [loaded, setLoaded] = useState(none);
  useEffect(() => {
    let isWanted = true;
    const become = (next: Choices) => isWanted && setLoaded(next);
    load().then(
      choices => become({ choices, isFailed: false }),
      () => become({ choices: [], isFailed: true }),
    );
    return () => {
      isWanted = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says it all
  }, [key]);
  return loaded;
}
