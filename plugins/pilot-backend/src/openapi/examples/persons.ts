import {
  ErasedPerson,
  ErasePerson,
} from '@pilot-to-platform/plugin-pilot-common';

export const erasePersonExample: ErasePerson = {
  person: 'user:default/ana',
};

export const erasedPersonExample: ErasedPerson = {
  pseudonym: 'user:default/erased-3f9c1b7a20d4e865',
  dryRun: false,
  places: [
    { table: 'interest', rows: 4 },
    { table: 'interest_log', rows: 11 },
  ],
};
