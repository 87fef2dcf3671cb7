import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Similar } from '@pilot-to-platform/plugin-pilot-common';
import { PilotService } from '@pilot-to-platform/plugin-pilot-node';

/** Entity that looks like a Pilot that is about to be registered. */
export type SimilarItem = Similar['items'][number];

/** As much as the API compares. */
const longest = { title: 200, text: 4000 };

/**
 * Finds what looks like a Pilot, most similar first, without itself: it may be
 * in the catalog already when a task is tried again.
 */
export async function similarPilots(
  pilot: Entity,
  options: { pilotService: PilotService; credentials: BackstageCredentials },
): Promise<SimilarItem[]> {
  const { name, title = name, description } = pilot.metadata;
  const { problem, capability } = pilot.spec ?? {};
  const text = [description, problem].filter(Boolean).join('\n');
  const { items } = await options.pilotService.findSimilar(
    {
      title: title.slice(0, longest.title),
      text: text.slice(0, longest.text),
      ...(capability ? { capability: String(capability) } : {}),
    },
    { credentials: options.credentials },
  );
  const own = stringifyEntityRef(pilot);
  return items.filter(({ target }) => target !== own);
}
