import {
  ErasedPerson,
  ErasePerson,
  WithdrawnPerson,
  WithdrawPerson,
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

export const withdrawPersonExample: WithdrawPerson = {
  person: 'user:default/ana',
  reason: 'Left the company in November.',
};

export const withdrawnPersonExample: WithdrawnPerson = {
  person: 'user:default/ana',
  dryRun: false,
  withdrawn: [
    {
      id: '5f3c8f8e-3a55-4a7e-9d1b-0f6a3b8f2c11',
      target: 'pilot:default/delta-sharing',
      team: 'group:default/payments',
      useCaseKey: 'default',
    },
  ],
};
