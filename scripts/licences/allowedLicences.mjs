/**
 * Licences that a package which reaches the users of a published package may have, as SPDX names. Of a choice
 * ("MIT OR GPL-2.0") one has to be among them, of a sum ("MIT AND ISC") all.
 */
export const allowedLicences = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Packages whose package.json does not name their licence as SPDX does, and what their own files say. */
export const statedElsewhere = {
  'fast-shallow-equal': 'Unlicense',
  pause: 'MIT',
  'pause-stream': 'MIT OR Apache-2.0',
  'react-universal-interface': 'Unlicense',
  'valid-url': 'MIT',
};

/** Packages that are accepted with another licence, and why. */
export const acceptedPackages = {
  '@isomorphic-git/pgp-plugin':
    'LGPL-3.0: unchanged, and part of every portal that has the scaffolder of Backstage',
};
