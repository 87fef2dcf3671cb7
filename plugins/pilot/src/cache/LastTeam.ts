import type { StorageApi } from '@backstage/frontend-plugin-api';

const key = 'lastTeam';

/** A store may answer late, or never; the dialog does not wait for longer. */
const patienceMs = 1_000;

/** The team that the reader recorded for last, kept with their settings. */
export class LastTeam {
  readonly #bucket: StorageApi;

  constructor(storageApi: StorageApi) {
    this.#bucket = storageApi.forBucket('pilot');
  }

  async read(): Promise<string | undefined> {
    const { presence, value } = this.#bucket.snapshot<string>(key);
    if (presence !== 'unknown') return value;
    return new Promise(resolve => {
      const subscription = this.#bucket.observe$<string>(key).subscribe({
        next: snapshot => done(snapshot.value),
        error: () => done(),
      });
      const timer = setTimeout(() => done(), patienceMs);
      function done(team?: string) {
        clearTimeout(timer);
        resolve(team);
        queueMicrotask(() => subscription.unsubscribe());
      }
    });
  }

  /** Preselecting a team is a convenience: that it was not kept is no failure. */
  remember(team: string): void {
    this.#bucket.set(key, team).catch(() => {});
  }
}
