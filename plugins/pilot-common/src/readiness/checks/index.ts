import type { CheckDefinition } from '../../model/check';
import { automationChecks } from './automation';
import { docsChecks } from './docs';
import { governanceChecks } from './governance';
import { headcountChecks } from './headcount';

/**
 * The checks that are asked unless the operator says otherwise, in the order of
 * the dimensions.
 * @public
 */
export const defaultChecks: readonly CheckDefinition[] = [
  ...governanceChecks,
  ...docsChecks,
  ...automationChecks,
  ...headcountChecks,
];
