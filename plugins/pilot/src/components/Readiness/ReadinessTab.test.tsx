import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/accessibilityProblems';
import { At } from '../../__testUtils__/At';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { pilotWith } from '../../__testUtils__/pilotsWorld';
import { show } from '../../__testUtils__/portals';
import {
  checks,
  checkWith,
  council,
  fullReadiness,
} from '../../__testUtils__/readinessWorld';
import {
  apiEntity,
  dataSharing,
  domainEntity,
  pilotEntity,
  recipientApi,
} from '../../__testUtils__/world';
import { ReadinessTab } from './ReadinessTab';

const pressed = async (role: string, name: string | RegExp) =>
  userEvent.click(await screen.findByRole(role, { name }));

const region = (name: string | RegExp) => screen.findByRole('region', { name });
const row = (name: RegExp) => screen.findByRole('button', { name });

function full(part: Parameters<typeof fullReadiness>[0] = {}) {
  const pilotApi = new FakePilotApi();
  pilotApi.readiness = fullReadiness(part);
  pilotApi.pilot = pilotWith({ approvers: [council] });
  return pilotApi;
}

/** The questions that are listed, dimension by dimension. */
const questions = () =>
  screen
    .getAllByRole('heading', { level: 4 })
    .map(heading => heading.textContent!.split('?')[0]);

describe('ReadinessTab', () => {
  const open = async (pilotApi = full(), search = '') => {
    const portal = await show(
      <At search={search}>
        <ReadinessTab />
      </At>,
      { pilotApi, entity: pilotEntity },
    );
    return portal;
  };

  it('says that it is loading, after a moment', async () => {
    const pilotApi = full();
    pilotApi.getReadiness.mockReturnValue(new Promise(() => {}));
    await open(pilotApi);
    expect(await screen.findByText('Loading Readiness')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('says how ready it is, never without the weakest', async () => {
    await open();
    expect(
      await screen.findByText('62% ready, weakest Automation 0% · 1 unknown'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^checked$/)).toHaveTextContent(
      'checked 5 minutes ago',
    );
  });

  it('shows four dimensions, each with what holds it down', async () => {
    await open();
    const tiles = within(await region('Dimensions')).getAllByRole('listitem');
    expect(tiles.map(tile => tile.textContent)).toEqual([
      'Governance100%nothing to do',
      'Docs50%1 to do',
      'Automation0%1 unknown · weakest',
      'Headcount50%1 to do',
    ]);
    const meter = screen.getByRole('meter', { name: 'Docs' });
    expect(meter).toHaveAttribute('aria-valuetext', '50%');
    expect(meter).toHaveAttribute('aria-valuenow', '0.5');
  });

  it('shows only the checks of a dimension that is pressed', async () => {
    await open();
    await pressed('button', 'Docs');
    expect(questions()).toEqual([
      'Are there examples',
      'Is there a getting started',
    ]);
    expect(screen.getByRole('button', { name: 'Docs' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await pressed('button', 'Docs');
    expect(await region('Headcount 50%')).toBeInTheDocument();
  });

  it.each([
    ['To do 3', 3],
    ['Expiring 1', 1],
    ['Waived 1', 1],
    ['All 7', 8],
  ])('shows as many as %s says', async (name, rows) => {
    await open();
    await pressed('radio', name);
    // All has a line more, of what is not asked.
    expect(questions()).toHaveLength(rows);
  });

  it('says so where nothing is of a kind', async () => {
    await open(full({ checks: [checkWith({ id: 'governance.owner' })] }));
    await pressed('radio', 'Waived 0');
    expect(
      await screen.findByText('Nothing here is waived.'),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'a failure',
      /^Can at least two people operate it\?\s?, Fail\s?, required for launch\s?, attested by ada, 3 days ago/,
    ],
    [
      'what is unknown',
      /^Is it monitored\?\s?, Unknown\s?, required for launch\s?, Last answer: pass, 8 Jan 2026 \(the catalog\), lapsed 22 Jan 2026/,
    ],
    [
      'a waiver',
      /^Are there enough people\?\s?, Waived\s?, required for launch\s?, waived by ada until \d+ \w+ 20\d\d \(in 60 days\): "Sourcing contract signed"/,
    ],
    [
      'what lapses soon',
      /^Has it passed a security review\?\s?, Pass.*, expires \d+ \w+ 20\d\d \(in 12 days\)\s?, Expires in 12 days$/,
    ],
    ['a pass', /^Does a team own it\?\s?, Pass\s?, checked automatically, /],
  ])('reads %s as question, verdict and source', async (_, name) => {
    await open();
    expect(await row(name)).toBeInTheDocument();
  });

  it('tells why, how to put it right, and who can', async () => {
    await open();
    await userEvent.click(await row(/^Can at least two people operate it/));
    const headcount = await region('Headcount 50%');
    expect(headcount).toHaveTextContent('The second one joins in January.');
    const evidence = within(headcount).getByRole('link', { name: /rota/ });
    expect(evidence).toHaveAttribute('rel', 'noopener noreferrer');
    expect(headcount).toHaveTextContent('Put two names on the rota.');
    expect(
      within(headcount).getByRole('link', { name: 'Open its page' }),
    ).toHaveAttribute('href', '/catalog/default/pilot/data-sharing');
    expect(headcount).toHaveTextContent(
      'Who can fix itpartner-tech. Or ask council for a waiver.',
    );
  });

  it('says in its own words what depends on something out of sight', async () => {
    const unseen = checkWith({
      id: 'automation.steps',
      ...{ verdict: 'unknown', unseen: true, source: null, at: null },
      note: 'What the API says.',
    });
    await open(full({ checks: [unseen] }));
    await userEvent.click(
      await row(
        /^Is automation.steps done\?\s?, Unknown\s?, Depends on something you cannot see$/,
      ),
    );
    expect(
      await screen.findByText(
        'It depends on something that you cannot see, or that the catalog does not have.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByText('What the API says.')).toBeNull();
  });

  it('keeps the reason of a waiver of what is out of sight', async () => {
    const waived = checkWith({
      id: 'automation.steps',
      ...{ verdict: 'waived', unseen: true, source: 'waiver', by: null },
      note: 'It comes in spring.',
    });
    await open(full({ checks: [waived] }));
    await userEvent.click(await row(/^Is automation.steps done/));
    expect(await screen.findByText('It comes in spring.')).toBeInTheDocument();
  });

  it('opens no evidence that would run code', async () => {
    const evil = {
      ...checks[0],
      // eslint-disable-next-line no-script-url
      evidence: 'javascript:alert(1)',
      note: '<b>bold</b>',
    };
    await open(full({ checks: [evil] }));
    await userEvent.click(await row(/^Can at least two/));
    expect(await screen.findByText('<b>bold</b>')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /javascript/ })).toBeNull();
  });

  it('folds what is not asked', async () => {
    await open();
    const question = /Is it agreed who will be the platform team/;
    expect(await screen.findByText(question)).not.toBeVisible();
    await pressed('button', '1 not applicable');
    expect(screen.getByText(question)).toBeVisible();
  });

  it('opens the check that the address names', async () => {
    await open(full(), '?check=docs.examples');
    expect(await screen.findByText('Write a page of examples.')).toBeVisible();
    await waitFor(async () =>
      expect(await row(/^Are there examples/)).toHaveFocus(),
    );
  });

  it('checks again when asked, and says who is silent', async () => {
    const { pilotApi } = await open(full({ silent: ['techdocs', 'scanner'] }));
    expect(
      await screen.findByText(
        'TechDocs and scanner did not answer the last time. Earlier answers count until they lapse.',
      ),
    ).toBeInTheDocument();
    await pressed('button', 'Check again');
    expect(await screen.findByText('Checked.')).toBeInTheDocument();
    expect(pilotApi.collectReadiness).toHaveBeenCalledWith(dataSharing);
    expect(screen.queryByText(/did not answer/)).toBeNull();
    // Put in anew: a screen reader speaks only what changes.
    const said = screen.getByText('Checked.');
    await pressed('button', 'Check again');
    await waitFor(() => expect(said).not.toBeInTheDocument());
    expect(screen.getByText('Checked.')).toBeInTheDocument();
  });

  it('offers no check to whom may not ask for one', async () => {
    await open(full({ can: { collect: 'notAllowed' } }));
    await region('Dimensions');
    expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
  });

  it('shows what changed elsewhere', async () => {
    const { pilotApi, signals } = await open();
    await region('Dimensions');
    pilotApi.readiness = fullReadiness({ score: 0.999 });
    await act(async () => signals.change('watch-data-sharing'));
    expect(
      await screen.findByText('99% ready, weakest Automation 0% · 1 unknown'),
    ).toBeInTheDocument();
    expect(screen.getByText('Updated.').parentElement).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('tries again what failed', async () => {
    const pilotApi = full();
    pilotApi.getReadiness.mockRejectedValueOnce(await refused(500, 'down'));
    await open(pilotApi);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Readiness could not be loaded.',
    );
    await pressed('button', 'Try again');
    expect(await region('Dimensions')).toBeInTheDocument();
  });

  it('keeps older data, with their date, when the latest cannot be had', async () => {
    const { pilotApi, cache } = await open();
    await region('Dimensions');
    pilotApi.getReadiness.mockRejectedValueOnce(new TypeError('lost'));
    act(() => cache.phases.readiness(dataSharing).reload());
    expect(
      await screen.findByText(/Shown as of 20 Nov 2026, .*could not be loaded/),
    ).toBeInTheDocument();
    expect(await region('Dimensions')).toBeInTheDocument();
  });

  it.each([403, 404])('shows nothing where the answer is %d', async status => {
    const pilotApi = full();
    pilotApi.getReadiness.mockRejectedValue(await refused(status, 'no'));
    await open(pilotApi);
    expect(
      await screen.findByText('There is nothing here that you can see.'),
    ).toBeInTheDocument();
  });

  it('shows nothing for a kind that takes no interest', async () => {
    await show(<ReadinessTab />, { entity: domainEntity });
    expect(
      await screen.findByText('There is nothing here that you can see.'),
    ).toBeInTheDocument();
  });

  it('has no gate, phase or decision for other kinds', async () => {
    const pilotApi = full({
      target: recipientApi,
      pilots: [dataSharing],
      gate: null,
    });
    await show(<ReadinessTab />, { pilotApi, entity: apiEntity });
    expect(await screen.findByText('Checks for this API')).toBeInTheDocument();
    expect(screen.getByText(/^Implements/)).toHaveTextContent(
      'Implements data-sharing. What is found here counts for its launch too; what is signed or reported here does not.',
    );
    expect(screen.getByRole('link', { name: 'data-sharing' })).toHaveAttribute(
      'href',
      '/catalog/default/pilot/data-sharing/readiness',
    );
    expect(screen.queryByRole('region', { name: /^Before/ })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Decisions' })).toBeNull();
    expect(pilotApi.getPilot).not.toHaveBeenCalled();
    expect(pilotApi.listDecisions).not.toHaveBeenCalled();
  });

  it('says so where no check applies', async () => {
    const pilotApi = full({
      target: recipientApi,
      checks: [],
      score: null,
      weakest: null,
      gate: null,
      pilots: [dataSharing],
    });
    await show(<ReadinessTab />, { pilotApi, entity: apiEntity });
    expect(
      await screen.findByText('No readiness checks apply to this API.'),
    ).toBeInTheDocument();
    // One sentence, and nothing else.
    expect(screen.queryByText('Checks for this API')).toBeNull();
    expect(screen.queryByText(/^Implements/)).toBeNull();
    expect(screen.queryByText(/checked/)).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Dimensions' })).toBeNull();
  });

  it('is named and operable', async () => {
    await open();
    await userEvent.click(await row(/^Can at least two people operate it/));
    await region('Before launch: 2 things left');
    expect(await accessibilityProblems(screen.getByTestId('page'))).toEqual([]);
  });
});
