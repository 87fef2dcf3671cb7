import { AuthService } from '@backstage/backend-plugin-api';
import {
  ReadinessSource,
  SourceAnswer,
} from '@pilot-to-platform/plugin-pilot-node';
import { refOf, urlOf } from '../facts/entityFields';
import { FactSource, SourceReply } from './FactSource';

const verdicts: ReadonlyArray<unknown> = ['pass', 'fail', 'notApplicable'];
/** As long as what people may write. */
const longest = 2000;

/** A source of another module: what it answers is checked before it is kept. */
export function addedSource(
  source: ReadinessSource,
  { auth }: { readonly auth: AuthService },
): FactSource {
  return {
    id: source.id,
    async collect(subjects, { now, signal }) {
      const answers = await source.collect(
        subjects.map(({ surroundings, checks }) => ({
          ref: surroundings.ref,
          entity: surroundings.entity,
          checks: checks.map(({ id }) => id),
        })),
        { credentials: await auth.getOwnServiceCredentials(), signal },
      );
      return new Map(
        subjects.flatMap(({ surroundings: { ref }, checks }) => {
          const own = answers.get(ref);
          const asked = new Set(checks.map(({ id }) => id));
          return own ? [[ref, toldBy(own, asked, now)] as const] : [];
        }),
      );
    },
  };
}

function toldBy(
  answers: readonly SourceAnswer[],
  asked: ReadonlySet<string>,
  now: Date,
): SourceReply {
  return new Map(
    answers
      .filter(
        ({ check, verdict }) => asked.has(check) && verdicts.includes(verdict),
      )
      .map(({ check, verdict, note, evidence, at, refs, interest }) => [
        check,
        {
          verdict,
          ...(typeof note === 'string' && { note: note.slice(0, longest) }),
          ...(urlOf(evidence) && { evidence }),
          refs: refOfAll(refs),
          ...(interest === true && { interest }),
          // What is found out tomorrow, nobody can know today.
          ...(isTime(at) && { at: at < now ? at : now }),
        },
      ]),
  );
}

/** Keeps what is no ref, which only hides the answer from more people. */
function refOfAll(refs: unknown): string[] {
  return Array.isArray(refs)
    ? [...new Set(refs.map(ref => refOf(ref) ?? String(ref)))].sort()
    : [];
}

function isTime(at: unknown): at is Date {
  return at instanceof Date && !Number.isNaN(at.getTime());
}
