import type { SignalApi } from '@backstage/plugin-signals-react';
import { changesChannel } from '@pilot-to-platform/plugin-pilot-common';

type Listener = (message: any) => void;

/** Signals that a test sends by itself. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Map<Listener, string>();

  get listeners(): number {
    return this.#listeners.size;
  }

  subscribe: SignalApi['subscribe'] = (channel, onMessage) => {
    this.#listeners.set(onMessage, channel);
    return { unsubscribe: () => void this.#listeners.delete(onMessage) };
  };

  /** Says that the demand under these names has changed. */
  change(...watch: string[]): void {
    for (const [tell, channel] of this.#listeners) {
      if (channel === changesChannel) tell({ watch });
    }
  }
}
