import { CheckDefinition } from '@pilot-to-platform/plugin-pilot-common';
import { SourceAnswer } from '@pilot-to-platform/plugin-pilot-node';
import { Surroundings } from '../facts/Surroundings';

/** An entity, and the checks that a source is asked about it. */
export interface FactSubject {
  readonly surroundings: Surroundings;
  readonly checks: readonly CheckDefinition[];
}

/** A source's answers about an entity, by check; null takes an answer back. */
export type SourceReply = ReadonlyMap<
  string,
  Omit<SourceAnswer, 'check'> | null
>;

/** A source of answers to checks, whether it is ours or a module's. */
export interface FactSource {
  readonly id: string;
  /**
   * Answers checks of entities, by ref. An entity that is missing was not
   * answered for, and a check that is missing cannot be answered.
   *
   * @throws where the source cannot be asked
   */
  collect(
    subjects: readonly FactSubject[],
    options: {
      readonly now: Date;
      readonly signal?: AbortSignal;
      /** Hears of an entity that is answered in part, or not, and why. */
      readonly onSilent?: (ref: string, error: unknown) => void;
    },
  ): Promise<ReadonlyMap<string, SourceReply>>;
}
