import { ServiceUnavailableError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** The refresh key that the processor emits for a target. */
export function refreshKey(target: string): string {
  return `pilot:${target}`;
}

/** One statement per piece, so that a full load locks no long list at once. */
const pieceSize = 500;

/**
 * Asks the catalog to process targets again. It provides no entities, and is a
 * provider only because the connection of one is the cheapest way to ask.
 */
export class CatalogRefresher implements EntityProvider {
  #connection?: EntityProviderConnection;

  getProviderName(): string {
    return 'pilot-refresh';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /** @throws ServiceUnavailableError before the catalog has connected */
  async refresh(targets: readonly string[]): Promise<void> {
    if (!this.#connection) {
      throw new ServiceUnavailableError('The catalog has not connected yet');
    }
    for (let start = 0; start < targets.length; start += pieceSize) {
      const piece = targets.slice(start, start + pieceSize);
      await this.#connection.refresh({ keys: piece.map(refreshKey) });
    }
  }
}
