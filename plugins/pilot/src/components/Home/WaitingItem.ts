import type { PhaseTransition } from '@pilot-to-platform/plugin-pilot-common';

/** Something that only the reader, or a team of theirs, can do next. */
export type WaitingItem =
  | { readonly type: 'confirm'; readonly count: number }
  | {
      readonly type: 'answer';
      readonly team: string;
      readonly name: string;
      readonly count: number;
    }
  | {
      readonly type: 'decide';
      readonly target: string;
      readonly title: string | null;
      readonly to: PhaseTransition;
    }
  | {
      readonly type: 'expiring';
      readonly target: string;
      readonly title: string | null;
      readonly count: number;
    };
