import { ProjectionPage } from '@pilot-to-platform/plugin-pilot-common';

/** Source of the projection. */
export interface ProjectionFeed {
  /**
   * Reads the rows that were numbered after `since`, oldest first.
   *
   * @param position - what has been read so far; absent for the first page of a full load
   */
  read(
    position: {
      since: number;
      epoch?: string;
      /** Seconds that the answer may wait for a change. */
      wait?: number;
    },
    options: { signal: AbortSignal },
  ): Promise<ProjectionPage>;

  /** Says that everything up to `sequence` was refreshed in the catalog. */
  acknowledge(
    position: { epoch: string; sequence: number },
    options: { signal: AbortSignal },
  ): Promise<void>;
}
