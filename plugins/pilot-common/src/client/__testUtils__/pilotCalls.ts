import { answerOf, requestOf } from './document';
import type { ClientCall } from './wire';

export const demand = answerOf('getDemand');
export const policy = answerOf('getPolicy');
const recorded = answerOf('recordInterest');
const lines = '{"type":"interest"}\n{"type":"status"}\n';
const body = { team: 'group:default/payments', useCase: 'Wöchentlich' };

/** What is asked about interest and demand. */
export const pilotCalls: readonly ClientCall[] = [
  [
    'getDemand',
    api => api.getDemand('pilot:default/sharing'),
    'GET /demand/pilot/default/sharing',
    demand,
  ],
  [
    'getDemand of a past instant',
    api =>
      api.getDemand('api:default/orders', { asOf: '2026-01-01T00:00:00Z' }),
    'GET /demand/api/default/orders?asOf=2026-01-01T00%3A00%3A00Z',
    demand,
  ],
  [
    'getDemand of a ref in mixed case with odd characters',
    api => api.getDemand('Component:NS/a B?c'),
    'GET /demand/component/ns/a%20b%3Fc',
    demand,
  ],
  [
    'recordInterest',
    api => api.recordInterest('pilot:sharing', body),
    'PUT /interests/pilot/default/sharing',
    recorded,
    JSON.stringify(body),
    'application/json',
  ],
  [
    'withdrawInterest of a target that is no longer seen',
    api => api.withdrawInterest('i/1'),
    'DELETE /interests/i%2F1',
    answerOf('withdrawInterest'),
  ],
  [
    'confirmInterest',
    api => api.confirmInterest('i-1'),
    'POST /interests/i-1/confirm',
    recorded,
  ],
  [
    'listInterests of all',
    api => api.listInterests({}),
    'GET /interests',
    answerOf('listInterests'),
  ],
  [
    'listInterests by everything',
    api =>
      api.listInterests({
        target: 'pilot:default/sharing',
        team: 'group:default/payments',
        author: 'me',
        status: 'open',
        cursor: 'a+b',
        limit: 20,
      }),
    'GET /interests?target=pilot%3Adefault%2Fsharing&team=group%3Adefault%2Fpayments&author=me&status=open&cursor=a%2Bb&limit=20',
    answerOf('listInterests'),
  ],
  [
    'listInterests by more',
    api =>
      api.listInterests({
        owner: 'group:default/partner-tech',
        status: ['open', 'planned'],
        internal: false,
        confirmDue: true,
        total: true,
      }),
    'GET /interests?owner=group%3Adefault%2Fpartner-tech&status=open&status=planned&internal=false&confirmDue=true&total=true',
    answerOf('listInterests'),
  ],
  [
    'listInterestsCsv',
    api => api.listInterestsCsv({ target: 'pilot:default/sharing' }),
    'GET /interests?target=pilot%3Adefault%2Fsharing',
    answerOf('listInterestsCsv', 'text/csv'),
  ],
  [
    'setInterestStatus',
    api => api.setInterestStatus('i-1', requestOf('setInterestStatus')),
    'PUT /interests/i-1/status',
    answerOf('setInterestStatus'),
    JSON.stringify(requestOf('setInterestStatus')),
    'application/json',
  ],
  [
    'listDemand',
    api => api.listDemand(),
    'GET /demand',
    answerOf('listDemand'),
  ],
  [
    'listDemand by everything',
    api =>
      api.listDemand({
        kind: ['Pilot', 'API'],
        level: ['strong'],
        q: 'a&b',
        minScore: 0,
        orderBy: '-growth',
        weeks: true,
        total: false,
        team: undefined,
      }),
    'GET /demand?kind=Pilot&kind=API&level=strong&q=a%26b&minScore=0&orderBy=-growth&weeks=true&total=false',
    answerOf('listDemand'),
  ],
  [
    'listDemandCsv',
    api => api.listDemandCsv({ phase: ['demand'] }),
    'GET /demand?phase=demand',
    answerOf('listDemandCsv', 'text/csv'),
  ],
  [
    'getDemandByRefs',
    api => api.getDemandByRefs(requestOf('getDemandByRefs')),
    'POST /demand/by-refs',
    answerOf('getDemandByRefs'),
    JSON.stringify(requestOf('getDemandByRefs')),
    'application/json',
  ],
  [
    'getDemandHistory',
    api =>
      api.getDemandHistory('pilot:sharing', { from: '2026-11-06', step: 7 }),
    'GET /demand/pilot/default/sharing/history?from=2026-11-06&step=7',
    answerOf('getDemandHistory'),
  ],
  [
    'findSimilar',
    api => api.findSimilar({ title: 'File drop', limit: 3 }),
    'GET /similar?title=File+drop&limit=3',
    answerOf('findSimilar'),
  ],
  [
    'getFragmentation',
    api => api.getFragmentation({ dismissed: true }),
    'GET /fragmentation?dismissed=true',
    answerOf('getFragmentation'),
  ],
  [
    'dismissFragmentation',
    api => api.dismissFragmentation(requestOf('dismissFragmentation')),
    'POST /fragmentation/dismissals',
    answerOf('dismissFragmentation'),
    JSON.stringify(requestOf('dismissFragmentation')),
    'application/json',
  ],
  [
    'mergeTargets',
    api => api.mergeTargets(requestOf('mergeTargets')),
    'POST /merges',
    answerOf('mergeTargets'),
    JSON.stringify(requestOf('mergeTargets')),
    'application/json',
  ],
  [
    'listOrphans',
    api => api.listOrphans({ limit: 5 }),
    'GET /orphans?limit=5',
    answerOf('listOrphans'),
  ],
  [
    'moveTeam',
    api => api.moveTeam(requestOf('moveTeam')),
    'POST /merges/teams',
    answerOf('moveTeam'),
    JSON.stringify(requestOf('moveTeam')),
    'application/json',
  ],
  [
    'movePerson',
    api => api.movePerson(requestOf('movePerson')),
    'POST /merges/persons',
    answerOf('movePerson'),
    JSON.stringify(requestOf('movePerson')),
    'application/json',
  ],
  [
    'listOrphanedTeams',
    api => api.listOrphanedTeams({ limit: 5 }),
    'GET /orphans/teams?limit=5',
    answerOf('listOrphanedTeams'),
  ],
  [
    'listOrphanedPersons',
    api => api.listOrphanedPersons({ limit: 5 }),
    'GET /orphans/persons?limit=5',
    answerOf('listOrphanedPersons'),
  ],
  [
    'withdrawPerson',
    api => api.withdrawPerson(requestOf('withdrawPerson')),
    'POST /persons/withdraw',
    answerOf('withdrawPerson'),
    JSON.stringify(requestOf('withdrawPerson')),
    'application/json',
  ],
  [
    'erasePerson',
    api => api.erasePerson(requestOf('erasePerson')),
    'POST /persons/erase',
    answerOf('erasePerson'),
    JSON.stringify(requestOf('erasePerson')),
    'application/json',
  ],
  [
    'previewPolicy',
    api => api.previewPolicy(requestOf('previewPolicy')),
    'POST /policy/preview',
    answerOf('previewPolicy'),
    JSON.stringify(requestOf('previewPolicy')),
    'application/json',
  ],
  [
    'redate',
    api => api.redate(requestOf('redate')),
    'POST /maintenance/redate',
    answerOf('redate'),
    JSON.stringify(requestOf('redate')),
    'application/json',
  ],
  ['getPolicy', api => api.getPolicy(), 'GET /policy', policy],
  [
    'importLines',
    api => api.importLines(lines),
    'POST /import',
    answerOf('importInterest'),
    lines,
    'application/x-ndjson',
  ],
  ['exportLines', api => api.exportLines(), 'GET /export', lines],
];
