import { screen } from '@testing-library/react';
import { FakePilotApi } from '../../__testUtils__/FakePilotApi';
import { show } from '../../__testUtils__/portals';
import {
  dataSharing,
  listItemWith,
  partnerTech,
} from '../../__testUtils__/world';
import { PilotSearchResultListItem } from './PilotSearchResultListItem';

const documentOf = (name: string, title: string) => ({
  title,
  text: `${title} and <b>more</b>`,
  location: `/catalog/default/pilot/${name}`,
  kind: 'Pilot',
  namespace: 'default',
  owner: partnerTech,
});
const sharing = documentOf('data-sharing', 'Partner data sharing');

describe('PilotSearchResultListItem', () => {
  it('shows its text at once, while the demand is not known', async () => {
    const pilotApi = new FakePilotApi();
    pilotApi.getDemandByRefs.mockReturnValue(new Promise(() => {}));
    await show(<PilotSearchResultListItem result={sharing} />, { pilotApi });
    expect(
      await screen.findByRole('link', { name: 'Partner data sharing' }),
    ).toHaveAttribute('href', '/catalog/default/pilot/data-sharing');
    expect(
      screen.getByText('Partner data sharing and <b>more</b>'),
    ).toBeInTheDocument();
    expect(screen.getByText('Pilot')).toBeInTheDocument();
  });

  it('says phase, demand and owner', async () => {
    const listed = [listItemWith({ level: 'strong', phase: 'build-out' })];
    const pilotApi = new FakePilotApi({ listed });
    await show(<PilotSearchResultListItem result={sharing} />, { pilotApi });
    expect(
      await screen.findByText(
        'Pilot · phase build-out · Strong demand · partner-tech',
      ),
    ).toBeInTheDocument();
  });

  it('asks once for all Pilots of a page', async () => {
    const pilotApi = new FakePilotApi();
    await show(
      <>
        <PilotSearchResultListItem result={sharing} />
        <PilotSearchResultListItem result={documentOf('other', 'Other')} />
      </>,
      { pilotApi },
    );
    await screen.findByText(/Strong demand/);
    expect(pilotApi.getDemandByRefs.mock.calls).toEqual([
      [{ targets: [dataSharing, 'pilot:default/other'] }],
    ]);
  });

  it('marks what was searched for, and nothing else in the text', async () => {
    const highlight = {
      preTag: '<xss>',
      postTag: '</xss>',
      fields: { text: 'Partner <xss>data</xss> and <b>more</b>' },
    };
    await show(
      <PilotSearchResultListItem result={sharing} highlight={highlight} />,
    );
    expect((await screen.findByText('data')).tagName).toBe('MARK');
    expect(screen.getByText(/and <b>more<\/b>/)).toBeInTheDocument();
  });
});
