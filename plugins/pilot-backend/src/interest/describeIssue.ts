import { z } from 'zod';

/** The problem as a sentence that begins with the field. */
export function describeIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.') || 'body';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .map(key => `${key}: is not a known field; leave it out`)
        .join('; ');
    case 'invalid_type':
      return issue.input === undefined
        ? `${field}: is missing`
        : `${field}: must be ${issue.expected}`;
    case 'invalid_value':
      return `${field}: must be one of ${issue.values.join(', ')}`;
    default:
      return `${field}: ${issue.message}`;
  }
}
