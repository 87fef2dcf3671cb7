import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { FakePilotApi, refused } from '../../__testUtils__/FakePilotApi';
import { entities, similar } from '../../__testUtils__/world';
import { pilotApiRef } from '../../api/pilotApiRef';
import pilotPlugin from '../..';

// A whole portal loads its parts one after the other.
const patient = { timeout: 20_000 };

const text = (title: string) => ({ type: 'string', title });

/** Makes the scaffolder's answer for a template with the field. */
const parameters = (options: Record<string, string>) => ({
  title: 'Register a Pilot',
  steps: [
    {
      title: 'The Pilot',
      schema: {
        type: 'object',
        properties: {
          title: text('Title'),
          why: text('Problem'),
          capability: text('Capability'),
          similar: {
            type: 'null',
            'ui:field': 'PilotSimilar',
            'ui:options': options,
          },
        },
      },
    },
  ],
});

async function openTemplate(
  pilotApi: FakePilotApi,
  options: Record<string, string> = {},
) {
  renderTestApp({
    features: [catalogPlugin, scaffolderPlugin, pilotPlugin],
    config: {
      backend: { baseUrl: 'http://localhost:7007' },
      app: { baseUrl: 'http://localhost:3000' },
    },
    initialRouteEntries: ['/create/templates/default/register-pilot'],
    apis: [
      [pilotApiRef, pilotApi],
      [catalogApiRef, catalogApiMock({ entities })],
      [
        scaffolderApiRef,
        { getTemplateParameterSchema: async () => parameters(options) },
      ],
    ] as never,
  });
  return screen.findByRole('textbox', { name: 'Title' }, patient);
}

describe('the field PilotSimilar of a template', () => {
  // The form scrolls up at each step, which jsdom cannot.
  beforeAll(() => jest.spyOn(window, 'scrollTo').mockImplementation());
  afterAll(() => jest.restoreAllMocks());

  it('shows what looks like the fields beside it, and why', async () => {
    const pilotApi = new FakePilotApi({ similar });
    const title = await openTemplate(pilotApi, { problem: 'why' });
    expect(
      screen.getByText('What looks alike is shown here while you type.'),
    ).toBeInTheDocument();
    expect(pilotApi.findSimilar).not.toHaveBeenCalled();

    await userEvent.type(title, 'Recipients');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Problem' }),
      'They wait for a share',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Capability' }),
      'data-sharing',
    );
    const region = await screen.findByRole('region', { name: 'Looks alike' });
    expect(within(region).getByRole('listitem')).toHaveTextContent(
      'Recipient API (API) same words: recipient, share',
    );
    expect(within(region).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/api/recipient-api/demand',
    );
    // Nothing is recorded from here.
    expect(within(region).queryByRole('button')).toBeNull();
    await waitFor(() =>
      expect(pilotApi.findSimilar).toHaveBeenLastCalledWith(
        {
          title: 'Recipients',
          text: 'They wait for a share',
          capability: 'data-sharing',
          limit: 3,
        },
        expect.anything(),
      ),
    );
  });

  it('says that nothing looks alike', async () => {
    const title = await openTemplate(new FakePilotApi());
    await userEvent.type(title, 'Recipients');
    expect(await screen.findByText('Nothing looks alike.')).toBeInTheDocument();
  });

  it('stops nobody when it cannot be learned', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.findSimilar.mockRejectedValue(await refused(403, 'not for you'));
    const title = await openTemplate(pilotApi);
    await userEvent.type(title, 'Recipients');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
