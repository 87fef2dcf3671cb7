import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ExchangeLine,
  ImportResult,
} from '@pilot-to-platform/plugin-pilot-common';
import { Knex } from 'knex';
import { giveWay } from '../kernel/cost/giveWay';
import { Announcer } from '../kernel/announce/Announcer';
import { CatalogMirror } from '../targets/CatalogMirror';
import { CatalogRefs } from '../targets/CatalogRefs';
import { importIntoTarget, ReadyLine } from './importIntoTarget';
import { loadCatalogRefs, TeamsOf } from '../targets/loadCatalogRefs';
import { parseImport } from './parseImport';
import { readTeam } from './readTeam';
import { Clock } from '../kernel/clock/Clock';
import { erasedAmong } from '../kernel/store/erasures/erasures';
import {
  pageWaitingTargets,
  waitingIn,
  WaitingLine,
} from '../kernel/store/waiting/waitingLines';

/** Targets whose waiting lines are looked at together. */
const batch = 100;

/** A line that can be worked in, with its number in the request. */
interface NumberedLine {
  readonly number: number;
  readonly line: ReadyLine;
}

interface Deps {
  readonly knex: Knex;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly mirror: CatalogMirror;
  /** Absent where the caller tells of the changes. */
  readonly announcer?: Pick<Announcer, 'announce'>;
  /** Every Group is a team if not given. */
  readonly teamsOf?: TeamsOf;
  readonly clock: Clock;
}

/**
 * Takes interest over from elsewhere, with its authors and past dates. Each
 * target is one transaction; a line that stands already changes nothing, so an
 * import that broke off is simply sent again.
 */
export class InterestImporter {
  readonly #deps: Deps;
  readonly #teamsOf: TeamsOf;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#teamsOf = deps.teamsOf ?? (async memberOf => [...memberOf]);
  }

  /** @throws InputError for more lines than one request may hold */
  async import(
    text: string,
    /** Is told of what was sent before any of it is written. */
    note: (sent: { lines: number; authors: string[] }) => void = () => {},
  ): Promise<ImportResult> {
    const now = this.#deps.clock();
    const { lines, failed } = parseImport(text, now);
    note({
      lines: lines.length + failed.length,
      authors: [
        ...new Set(
          lines.flatMap(({ line }) =>
            line.type === 'count' ? [] : line.author,
          ),
        ),
      ].sort(),
    });
    const targets = [...new Set(lines.map(({ line }) => line.target))];
    const waiting = await waitingIn(this.#deps.knex, targets);
    const catalog = await this.#look([
      ...lines.map(({ line }) => line),
      ...waiting.map(({ line }) => line),
    ]);
    const ready: NumberedLine[] = [];
    const erased = await erasedAmong(
      this.#deps.knex,
      lines.flatMap(({ line }) => peopleIn(line).map(([, ref]) => ref)),
    );
    for (const { number, line } of lines) {
      const read = refusal(line, erased) ?? readTeam(line, catalog);
      if (typeof read === 'string') {
        failed.push({ line: number, message: read });
      } else {
        ready.push({ number, line: read as ReadyLine });
      }
    }
    const result: ImportResult = {
      imported: 0,
      unchanged: 0,
      changed: 0,
      waiting: 0,
      orphaned: orphansOf(
        ready.map(({ line }) => line),
        catalog,
      ),
      failed,
    };
    for (const target of new Set(ready.map(({ line }) => line.target))) {
      await giveWay();
      const own = ready.filter(({ line }) => line.target === target);
      await this.#importInto(target, own, { catalog, result });
    }
    result.failed.sort((a, b) => a.line - b.line);
    this.#deps.announcer?.announce();
    return result;
  }

  /**
   * Takes the lines for whose teams, authors and interests there is now all they need.
   *
   * @param named - looks only at targets of which a line names one of these refs
   */
  async takeWaiting(named?: ReadonlySet<string>): Promise<void> {
    for (let after = ''; ; ) {
      const page = { after, limit: batch };
      const targets = await pageWaitingTargets(this.#deps.knex, page);
      if (targets.length === 0) {
        return;
      }
      after = targets.at(-1)!;
      const all = await waitingIn(this.#deps.knex, targets);
      const wanted = new Set(
        all
          .filter(({ line }) => !named || names(line, named))
          .map(({ line }) => line.target),
      );
      const waiting = all.filter(({ line }) => wanted.has(line.target));
      const catalog = await this.#look(waiting.map(({ line }) => line));
      for (const target of wanted) {
        const own = waiting.filter(({ line }) => line.target === target);
        const hopeful = own.some(
          ({ line }) =>
            catalog.has(catalog.current(line.author)) &&
            (line.team === undefined ||
              catalog.has(catalog.current(line.team))),
        );
        if (hopeful) {
          await this.#importInto(target, [], { catalog });
        }
      }
    }
  }

  async #importInto(
    target: string,
    lines: readonly NumberedLine[],
    into: {
      readonly catalog: CatalogRefs;
      readonly result?: ImportResult;
    },
  ): Promise<void> {
    const { catalog, result } = into;
    const entity = catalog.entity(target);
    if (entity) {
      await this.#deps.mirror.observeWithPilots(entity);
    } else {
      await this.#deps.mirror.observeGone(target);
    }
    const { fates, committed } = await importIntoTarget(
      this.#deps.knex,
      target,
      {
        lines: lines.map(({ line }) => line),
        catalog,
        clock: this.#deps.clock,
      },
    );
    if (committed) {
      this.#deps.announcer?.announce(committed);
    }
    for (const [index, { number }] of lines.entries()) {
      if (typeof fates === 'string') {
        result?.failed.push({ line: number, message: fates });
      } else if (result) {
        const fate = fates[index];
        if (typeof fate === 'object') {
          result.failed.push({ line: number, message: fate.failed });
          continue;
        }
        result.imported += Number(fate !== 'unchanged');
        result.unchanged += Number(fate === 'unchanged');
        result.changed += Number(fate === 'changed');
        result.waiting += Number(fate === 'waiting');
      }
    }
  }

  #look(lines: readonly ExchangeLine[]): Promise<CatalogRefs> {
    return loadCatalogRefs(lines, {
      knex: this.#deps.knex,
      catalog: this.#deps.catalog,
      auth: this.#deps.auth,
      teamsOf: this.#teamsOf,
    });
  }
}

/** The persons that a line names, by the field that does. */
function peopleIn(line: ExchangeLine): Array<[field: string, ref: string]> {
  switch (line.type) {
    case 'interest':
      return [['author', line.author]];
    case 'status':
      return [
        ['author', line.author],
        ['by', line.by],
      ];
    default:
      return [];
  }
}

/** Explains why a line is not taken: it would bring back an erased person. */
function refusal(
  line: ExchangeLine,
  erased: ReadonlySet<string>,
): string | undefined {
  const found = peopleIn(line).find(([, ref]) => erased.has(ref));
  return (
    found &&
    `${found[0]}: this person was erased here, and what an import says of them is not taken`
  );
}

function names(
  { target, author, team }: WaitingLine,
  refs: ReadonlySet<string>,
): boolean {
  return [target, author, team].some(ref => ref && refs.has(ref));
}

/** Lists refs that the catalog does not know: targets, teams, then authors. */
function orphansOf(
  lines: readonly ReadyLine[],
  catalog: CatalogRefs,
): string[] {
  const named = [
    ...lines.map(({ target }) => target),
    ...lines.flatMap(({ team }) => team ?? []),
    ...lines.flatMap(line => (line.type === 'count' ? [] : line.author)),
  ];
  return [...new Set(named)].filter(ref => !catalog.has(catalog.current(ref)));
}
