import { PolicyDecision } from '../kernel/store/policies/DeclaredPolicy';
import { decidePolicy } from './decidePolicy';

/** `a2` is content a under revision 2. */
const declared = (name: string) => ({
  fingerprint: name[0],
  revision: Number(name[1]),
});

it.each<[name: string, stored: string, configured: string, PolicyDecision]>([
  ['the first start of all', '', 'a0', 'comesIntoForce'],
  ['the same once more', 'a0', 'a0', 'isInForce'],
  ['another configuration', 'a0', 'b0', 'comesIntoForce'],
  ['a replica that was left behind', 'a0 b0', 'a0', 'wasReplaced'],
  ['one that was left behind long ago', 'a0 b0 c0', 'a0', 'wasReplaced'],
  ['the newest of three', 'a0 b0 c0', 'c0', 'isInForce'],
  ['a return on purpose', 'a0 b0', 'a1', 'comesIntoForce'],
  ['the replaced one after that return', 'a0 b0 a1', 'b0', 'isOlderRevision'],
  ['the return once more', 'a0 b0 a1', 'a1', 'isInForce'],
  ['the same without its revision', 'a0 b0 a1', 'a0', 'isInForce'],
  ['a revision of the same', 'a0', 'a3', 'isDeclaredAnew'],
  ['new content of an older revision', 'a3', 'b2', 'isOlderRevision'],
  ['new content of the same revision', 'a3', 'b3', 'comesIntoForce'],
  ['replaced content of the same revision', 'a3 b3', 'a3', 'wasReplaced'],
])('%s', (_name, stored, configured, expected) => {
  const policies = stored.split(' ').filter(Boolean).map(declared);
  expect(decidePolicy(policies, declared(configured))).toBe(expected);
});
