import { randomBytes } from 'node:crypto';

const shape = /^user:default\/erased-[0-9a-f]{16}$/;

/** A ref that names nobody, for who is erased. */
export function newPseudonym(): string {
  return `user:default/erased-${randomBytes(8).toString('hex')}`;
}

/** Returns whether a ref stands for somebody who was erased. */
export function isPseudonym(ref: string): boolean {
  return shape.test(ref);
}
