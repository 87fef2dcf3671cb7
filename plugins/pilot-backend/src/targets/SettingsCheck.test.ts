import { mockServices } from '@backstage/backend-test-utils';
import { defaultAllowedKinds } from '@pilot-to-platform/plugin-pilot-common';
import { group, TestCatalog } from '../__testUtils__/testCatalog';
import { GroupDirectory } from '../kernel/access/GroupDirectory';
import { SettingsCheck } from './SettingsCheck';

interface Settings {
  readonly approvers?: string[];
  readonly teamTypes?: string[];
  readonly allowedKinds?: string[];
}

/** The test catalog has five Groups of the type `team`, and one `guild`. */
function check(settings: Settings = {}, catalog = new TestCatalog()) {
  catalog.set(group('architects', 'guild'));
  const logger = mockServices.logger.mock();
  const options = { catalog: catalog.service(), auth: mockServices.auth() };
  const config = {
    approvers: [],
    teamTypes: undefined,
    allowedKinds: defaultAllowedKinds,
    childTeams: true,
    ...settings,
  };
  const groups = new GroupDirectory({ ...options, config });
  return {
    catalog,
    logger,
    check: new SettingsCheck({ ...options, groups, logger, config }),
  };
}

const usual = [...defaultAllowedKinds];
const noTypo =
  'pilot.decisions.approvers: the catalog has no group:default/typo, so nobody approves for it';
const noSquad =
  'pilot.interest.teamTypes: the catalog has no Group of the type Squad';
const noTemplate =
  'pilot.interest.allowedKinds: the catalog has no entity of the kind Template';

describe('settings that the catalog does not know', () => {
  const cases: Array<[string, Settings, string[], string]> = [
    ['the defaults', {}, [], 'team'],
    ['an approver', { approvers: ['group:default/architects'] }, [], 'team'],
    [
      'an approver that no Group is',
      { approvers: ['group:default/architects', 'group:default/typo'] },
      [noTypo],
      'team',
    ],
    ['types in any case', { teamTypes: ['GUILD'] }, [], 'guild'],
    [
      'a type that no Group has',
      { teamTypes: ['guild', 'Squad'] },
      [noSquad],
      'guild, squad',
    ],
    // The catalog has no System, and need not.
    ['the usual kinds', { allowedKinds: ['pilot', 'system'] }, [], 'team'],
    [
      'a kind that no entity has',
      { allowedKinds: [...usual, 'Group', 'Template'] },
      [noTemplate],
      'team',
    ],
    [
      'all of it',
      {
        approvers: ['group:default/typo'],
        teamTypes: ['Squad'],
        allowedKinds: ['Template'],
      },
      [noTypo, noSquad, noTemplate],
      'squad',
    ],
  ];
  it.each(cases)('are named of %s', async (_, settings, problems, types) => {
    const { check: settingsCheck, logger } = check(settings);
    expect(await settingsCheck.problems()).toEqual(problems);
    await settingsCheck.report();
    expect(logger.info.mock.calls).toEqual([
      [`Teams are the Groups of the type ${types}`],
    ]);
    expect(logger.warn.mock.calls).toEqual(problems.map(each => [each]));
  });

  it('are logged again when something else is missing, and only then', async () => {
    const {
      check: settingsCheck,
      logger,
      catalog,
    } = check({
      teamTypes: ['Squad', 'guild'],
    });
    await settingsCheck.report();
    await settingsCheck.report();
    expect(logger.warn.mock.calls).toEqual([[noSquad]]);
    catalog.set(group('crew', 'squad'));
    await settingsCheck.report();
    await settingsCheck.report();
    expect(logger.info).toHaveBeenCalledTimes(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('are none of where all Groups are teams', async () => {
    const catalog = new TestCatalog();
    catalog.remove(
      ...['payments', 'checkout', 'ads', 'partner-tech', 'data'].map(
        name => `group:default/${name}`,
      ),
    );
    const { check: settingsCheck, logger } = check({}, catalog);
    await settingsCheck.report();
    expect(logger.info.mock.calls).toEqual([
      ['Teams are all Groups, because none is of the type team'],
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
