import { createHash } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import { RecordInterestCommand } from '@pilot-to-platform/plugin-pilot-common';

/** Place of a run: its task, its step and its iteration. */
export interface StepRun {
  readonly task: { readonly id: string };
  readonly step?: { readonly id?: string };
  /** The iteration of a step with `each`. */
  readonly each?: JsonObject;
}

/**
 * Names what one step of one task asks for. The same step gives the same name
 * when its task is tried again; other steps, other iterations and other
 * interests give other ones.
 *
 * @returns 52 characters of `[A-Za-z0-9._-]`
 */
export function requestIdOf(
  { task, step, each }: StepRun,
  target: string,
  { team, useCaseKey }: Pick<RecordInterestCommand, 'team' | 'useCaseKey'>,
): string {
  const identity = [task.id, step?.id, each, target, team, useCaseKey];
  const hash = createHash('sha256').update(JSON.stringify(identity));
  return `template.${hash.digest('base64url')}`;
}
