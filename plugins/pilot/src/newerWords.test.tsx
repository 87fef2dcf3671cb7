import './__testUtils__/wideScreen';
import type { ReactElement } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { At } from './__testUtils__/At';
import { decisions, proposalWith } from './__testUtils__/decisionsWorld';
import { FakePilotApi } from './__testUtils__/FakePilotApi';
import { newerWord, withNewerWords } from './__testUtils__/newerWords';
import { pilotItemWith, pilotWith } from './__testUtils__/pilotsWorld';
import { show, type Given } from './__testUtils__/portals';
import { fullReadiness } from './__testUtils__/readinessWorld';
import {
  apiEntity,
  dataSharing,
  daysAgo,
  fragmentationGroup,
  history,
  interestWith,
  listed,
  partnerTech,
  payments,
  pilotEntity,
  similar,
  strongDemand,
} from './__testUtils__/world';
import { DecisionHistory } from './components/Decisions/DecisionHistory';
import { DemandCard } from './components/Demand/DemandCard';
import { DemandTab } from './components/Demand/DemandTab';
import { FragmentationPage } from './components/Duplicates/FragmentationPage';
import { GateBox } from './components/Decisions/GateBox';
import { HomeWidget } from './components/Home/HomeWidget';
import { MapPage } from './components/Map/MapPage';
import { MyNeedsPage } from './components/MyNeeds/MyNeedsPage';
import { LooksAlike } from './components/NeedDialog/LooksAlike';
import { PilotCard } from './components/Overview/PilotCard';
import { PortfolioPage } from './components/Portfolio/PortfolioPage';
import { ReadinessTab } from './components/Readiness/ReadinessTab';
import { PilotSearchResultListItem } from './components/SearchResult/PilotSearchResultListItem';
import { TeamCard } from './components/TeamCard/TeamCard';

jest.setTimeout(300_000);

const lake = 'pilot:default/lake';

const interests = [
  interestWith({ id: 'own', otherwise: 'build-own', statusAt: daysAgo(1) }),
  interestWith({
    id: 'other',
    author: 'user:default/ben',
    team: partnerTech,
    status: 'planned',
    otherwise: 'buy',
  }),
];

/** The answers of a backend that has a new word for everything. */
function newerApi(part: (api: FakePilotApi) => void = () => {}) {
  const newer = withNewerWords;
  const pilotApi = new FakePilotApi({
    interests: newer(interests),
    demand: newer({
      ...strongDemand,
      raise: [
        { code: 'newTeam' as const, gain: 5 },
        { code: 'confirm' as const, gain: 3, team: payments },
      ],
    }),
    listed: newer([...listed, pilotItemWith({ target: lake })]),
    history: newer(history),
    similar: newer(similar),
    groups: [
      newer({
        ...fragmentationGroup,
        can: { dismiss: true, merge: true },
      }),
    ],
  });
  // Whatever is asked for: a newer backend finds things that go by new words, too.
  const items = newer([pilotItemWith(), pilotItemWith({ target: lake })]);
  const { asOf } = pilotApi.demand;
  const page = { items, total: items.length, asOf, rankedAt: asOf };
  pilotApi.listPilots.mockImplementation(async () => page as any);
  pilotApi.listDemand.mockImplementation(async () => page as any);
  pilotApi.listInterests.mockImplementation(async () => ({
    items: newer(interests),
  }));
  pilotApi.readiness = newer(fullReadiness());
  pilotApi.pilot = newer(pilotWith());
  pilotApi.decisions = newer(decisions);
  part(pilotApi);
  return pilotApi;
}

const screens: Array<[string, ReactElement, Given?]> = [
  ['the demand card', <DemandCard />, { entity: pilotEntity }],
  ['the demand tab', <DemandTab />, { entity: pilotEntity }],
  [
    'the inbox',
    <DemandTab />,
    { entity: pilotEntity, teams: [partnerTech, payments] },
  ],
  ['the readiness tab of a Pilot', <ReadinessTab />, { entity: pilotEntity }],
  ['the readiness tab', <ReadinessTab />, { entity: apiEntity }],
  ['the gate', <GateBox target={dataSharing} />],
  [
    'the gate with a proposal',
    <GateBox target={dataSharing} />,
    {
      pilotApi: newerApi(api => {
        api.pilot = withNewerWords(pilotWith({ proposal: proposalWith() }));
      }),
    },
  ],
  ['the decisions', <DecisionHistory target={dataSharing} />],
  ['the Pilot', <PilotCard />, { entity: pilotEntity }],
  ['what looks alike', <LooksAlike items={withNewerWords(similar)} />],
  ['the home page', <HomeWidget />, { teams: [partnerTech, payments] }],
  ['a team', <TeamCard />, { entity: groupEntity(payments) }],
  ['a search result', <PilotSearchResultListItem result={found()} />],
  ...(
    [
      ['the portfolio', <PortfolioPage />],
      ['the map', <MapPage />],
      ['the needs', <MyNeedsPage />],
      ['the fragmentation', <FragmentationPage />],
    ] as Array<[string, ReactElement]>
  ).map(([name, page]): [string, ReactElement] => [
    name,
    <At search="">{page}</At>,
  ]),
];

function groupEntity(ref: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { namespace: 'default', name: ref.split('/')[1] },
    spec: { type: 'team', children: [] },
  };
}

function found() {
  return {
    title: 'Partner data sharing',
    text: 'Shares',
    location: '/catalog/default/pilot/data-sharing',
    kind: 'Pilot',
    namespace: 'default',
    owner: partnerTech,
  };
}

afterEach(() => jest.restoreAllMocks());

it.each(screens)(
  '%s bears words that only a newer backend knows',
  async (_, element, given = {}) => {
    const failures = jest.spyOn(console, 'error').mockImplementation(() => {});
    await show(
      <>
        <p>stands</p>
        {element}
      </>,
      { pilotApi: newerApi(), ...given },
    );
    await screen.findAllByText(
      new RegExp(newerWord, 'i'),
      {},
      { timeout: 10_000 },
    );
    await waitFor(() => expect(screen.queryByText(/Loading/)).toBeNull());
    // What is one press away is looked at, too.
    for (const closed of document.querySelectorAll(
      'button[aria-expanded="false"]:not([aria-haspopup])',
    )) {
      await userEvent.click(closed);
    }
    expect(screen.getByText('stands')).toBeInTheDocument();
    // A key is no text.
    expect(screen.queryAllByText(new RegExp(`\\w[.]${newerWord}`))).toEqual([]);
    expect(screen.queryAllByText(/undefined|NaN/)).toEqual([]);
    expect(
      failures.mock.calls
        .map(String)
        .filter(said => /The above error/.test(said)),
    ).toEqual([]);
  },
);
