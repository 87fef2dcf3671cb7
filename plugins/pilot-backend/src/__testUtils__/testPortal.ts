import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { EventParams } from '@backstage/plugin-events-node';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  defaultChecks,
  ImportResult,
  pilotInterestCreateOnBehalfPermission,
  RecordInterest,
} from '@pilot-to-platform/plugin-pilot-common';
import {
  SignalPayload,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';
import { ConfigReader } from '@backstage/config';
import { Knex } from 'knex';
import request from 'supertest';
import { CatalogSync } from '../targets/CatalogSync';
import { GroupDirectory } from '../kernel/access/GroupDirectory';
import { CatalogMirror } from '../targets/CatalogMirror';
import { DemandUpkeep } from '../demand/DemandUpkeep';
import { Measurements } from '../kernel/announce/Measurements';
import { ConfirmReminder } from '../news/ConfirmReminder';
import { readPagePaths } from '../kernel/config/pagePaths';
import { OutboxSender } from '../news/OutboxSender';
import { ScopeNames } from '../news/ScopeNames';
import { pilotPlugin } from '../app/plugin';
import { InterestImporter } from '../interest/InterestImporter';
import { processClockServiceRef } from '../kernel/clock/processClock';
import { checkAnswer } from './checkAnswer';
import { TestCatalog } from './testCatalog';
import { TestMetrics } from './TestMetrics';
import { saveDemandOf } from '../demand/saveDemandOf';
import { Decide, permissions } from './testPermissions';
import { Audit, auditor } from './testAuditor';
import { userInfo } from './testPeople';

/** A running pilot backend on the given database, with a catalog in memory. */
export async function startPortal(options: {
  knex: Knex;
  config?: object;
  /** Names of permissions that nobody has; recording on behalf if not given. */
  denied?: readonly string[];
  /** True where the catalog has to be asked what each caller sees. */
  conditional?: boolean;
  /** Decides as the permission policy where nothing is denied. */
  decide?: Decide;
  /** A catalog that several portals share. */
  catalog?: TestCatalog;
  /** Clock of this replica; shows the time if not given. */
  processClock?: () => Date;
  /** Other plugins of the same backend. */
  features?: readonly BackendFeature[];
  /** Takes an event; it is kept in `published` if not given. */
  publish?: (event: EventParams) => Promise<void>;
  /** Takes a notification; it is kept in `notifications` if not given. */
  notify?: (notification: NotificationSendOptions) => Promise<void>;
}) {
  const { knex } = options;
  const pilot = (options.config as any)?.pilot;
  const { decisions, interest, notifications: told } = pilot ?? {};
  const approvers: string[] = decisions?.approvers ?? [];
  const catalog = options.catalog ?? new TestCatalog();
  const audits: Audit[] = [];
  const published: EventParams[] = [];
  const signals: SignalPayload[] = [];
  const metrics = new TestMetrics();
  const tasks = new Map<string, (signal?: AbortSignal) => Promise<void>>();
  const notifications: NotificationSendOptions[] = [];
  const notify =
    options.notify ??
    (async (notification: NotificationSendOptions) => {
      notifications.push(notification);
    });
  const publish =
    options.publish ??
    (async (event: EventParams) => {
      published.push(event);
    });
  const backend = await startTestBackend({
    features: [
      ...(options.features ?? []),
      pilotPlugin,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          ...options.config,
          // Pilots of tests are in the phase that they declare.
          pilot: {
            ...pilot,
            decisions: { allowDeclared: true, ...decisions },
          },
        },
      }),
      mockServices.scheduler.mock({
        scheduleTask: async task => {
          tasks.set(
            task.id,
            task.fn as (signal?: AbortSignal) => Promise<void>,
          );
        },
      }).factory,
      mockServices.events.mock({ publish }).factory,
      createServiceFactory({
        service: metricsServiceRef,
        deps: {},
        factory: () => metrics.service(),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          publish: async signal => {
            signals.push(signal);
          },
        }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: notify }),
      }),
      auditor(audits),
      ...(options.processClock
        ? [
            createServiceFactory({
              service: processClockServiceRef,
              deps: {},
              factory: () => options.processClock!,
            }),
          ]
        : []),
      userInfo(catalog),
      permissions({
        denied: options.denied ?? [pilotInterestCreateOnBehalfPermission.name],
        conditional: options.conditional ?? false,
        decide: options.decide,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog.service(),
      }),
    ],
  });
  const withToken = (token: string) => {
    const call =
      (method: 'get' | 'put' | 'post' | 'delete') => (path: string) =>
        request(backend.server)
          [method](`/api/pilot${path}`)
          .set('authorization', token)
          .expect(response =>
            checkAnswer(`${method.toUpperCase()} ${path}`, response),
          );
    return {
      get: call('get'),
      put: call('put'),
      post: call('post'),
      delete: call('delete'),
    };
  };
  const as = (person: string) =>
    withToken(mockCredentials.user.header(`user:default/${person}`));
  const asService = (subject = 'external:script') =>
    withToken(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(subject),
        targetPluginId: 'pilot',
      }),
    );
  const importLines = async (
    lines: ReadonlyArray<object | string>,
  ): Promise<ImportResult> => {
    catalog.ensure(peopleIn(lines));
    const response = await asService()
      .post('/import')
      .type('application/x-ndjson')
      .send(
        lines
          .map(line => (typeof line === 'string' ? line : JSON.stringify(line)))
          .join('\n'),
      );
    if (response.status !== 200) {
      throw new Error(`${response.status}: ${response.text}`);
    }
    return response.body;
  };
  const scopes = new ScopeNames(Buffer.alloc(32));
  const sender = (clock: () => Date) =>
    new OutboxSender({
      knex,
      notifications: { send: notify },
      catalog: catalog.service(),
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      measurements: new Measurements(metrics.service()),
      confirmAfterDays: 120,
      approvers,
      details: told?.details ?? 'known',
      paths: readPagePaths(new ConfigReader(options.config ?? {})),
      groups: new GroupDirectory({
        catalog: catalog.service(),
        auth: mockServices.auth(),
        config: { childTeams: interest?.childTeams ?? true },
      }),
      scopes,
      checks: defaultChecks,
      clock,
    });
  return {
    backend,
    catalog,
    knex,
    audits,
    published,
    signals,
    notifications,
    metrics,
    as,
    asService,
    anonymous: withToken(mockCredentials.none.header()),
    /** Records as a person; the answer's body. */
    async record(person: string, target: string, body: RecordInterest) {
      const response = await as(person)
        .put(`/interests/${pathOf(target)}`)
        .send(body);
      if (response.status >= 300) {
        throw new Error(`${response.status}: ${response.text}`);
      }
      return response.body;
    },
    /** The demand as a person sees it. */
    async demand(person: string, target: string, asOf?: string) {
      const query = asOf ? `?asOf=${encodeURIComponent(asOf)}` : '';
      const response = await as(person)
        .get(`/demand/${pathOf(target)}${query}`)
        .expect(200);
      return response.body;
    },
    /** Imports lines of which none must fail. */
    async importAll(lines: readonly object[]): Promise<void> {
      const { failed } = await importLines(lines);
      if (failed.length > 0) {
        throw new Error(`Not imported: ${JSON.stringify(failed)}`);
      }
    },
    /** Imports lines with a service token. */
    import: importLines,
    /** The log lines of a target, as they were appended. */
    async log(target: string): Promise<Array<Record<string, any>>> {
      return knex('interest_log')
        .join('target', 'target.id', 'interest_log.target_id')
        .where('target.ref', target)
        .orderBy('seq')
        .select('interest_log.*');
    },
    /** Keeps stored demand up, as the schedule does. */
    async sweep(now = new Date()): Promise<void> {
      await new DemandUpkeep({ knex }).sweep(now);
    },
    async recompute(now = new Date()): Promise<void> {
      await new DemandUpkeep({ knex, clock: () => now }).recompute(now);
    },
    /** Runs a task of the scheduler as the plugin set it up. */
    async runTask(id: string, signal?: AbortSignal): Promise<void> {
      await tasks.get(id)!(signal);
    },
    /** The tasks of the scheduler. */
    tasks: () => [...tasks.keys()],
    /** Sends messages, as the schedule does. */
    async send(now = new Date()): Promise<void> {
      await sender(() => now).run();
    },
    /** Creates the sender of another replica, with a clock of its own. */
    sender,
    /** Looks for who is to be asked, as the schedule does. */
    async remind(now = new Date()): Promise<void> {
      await new ConfirmReminder({ knex, confirmAfterDays: 120 }).run(now);
    },
    /** Looks through the catalog, as the schedule does. */
    async sync(now = new Date(), allowDeclaredPhases = true): Promise<void> {
      const auth = mockServices.auth();
      const service = catalog.service();
      const mirror = new CatalogMirror({
        knex,
        catalog: service,
        auth,
        allowDeclaredPhases,
        onTargetChanged: saveDemandOf,
        clock: () => now,
      });
      const given = {
        ...{ knex, catalog: service, auth, mirror },
        clock: () => now,
      };
      const importer = new InterestImporter(given);
      await new CatalogSync({ ...given, importer }).run(now);
    },
  };
}

/** The teams and authors that lines name. */
function peopleIn(lines: ReadonlyArray<object | string>): string[] {
  const refs = lines.flatMap(line => {
    try {
      const { team, author } =
        typeof line === 'string' ? JSON.parse(line) : line;
      return [team, author];
    } catch {
      return [];
    }
  });
  return [...new Set(refs)].filter(ref => typeof ref === 'string');
}

export type TestPortal = Awaited<ReturnType<typeof startPortal>>;

/** The path of an entity ref: `kind/namespace/name`. */
export function pathOf(ref: string): string {
  return ref.replace(':', '/');
}
