import { assessAdoption, dayMs } from '@pilot-to-platform/plugin-pilot-common';
import {
  amountOf,
  isKind,
  nameOf,
  recordsOf,
  specOf,
  textOf,
} from '../facts/entityFields';
import {
  linkedTemplates,
  ManualStep,
  manualStepsOf,
} from '../facts/namedByPilot';
import { Surroundings } from '../facts/Surroundings';
import { Answerers, counted, fail, listed, pass } from './Answers';

/** Answers from a Pilot's own statements, and from what is recorded of it. */
export const pilotAnswers = (now: Date): Answerers => ({
  'automation.manual-steps': subject => {
    const steps = manualStepsOf(subject.entity);
    if (steps.length === 0) {
      return pass('It states no manual steps.');
    }
    const left = steps.filter(step => !isAutomated(step, subject));
    const share = `${steps.length - left.length} of ${counted(
      steps.length,
      'manual step',
    )} automated`;
    return left.length === 0
      ? pass(`${share}.`)
      : fail(`${share}. Left: ${listed(left.map(describe))}.${byHand(left)}`);
  },

  'automation.onboarding-template': ({ entity, find }) => {
    const named = [
      ...manualStepsOf(entity).flatMap(({ ref }) => ref ?? []),
      ...linkedTemplates(entity),
    ].filter(ref => ref.startsWith('template:'));
    for (const ref of named) {
      const template = find(ref);
      if (template) {
        return pass(`The template ${nameOf(template)} does it.`);
      }
    }
    return fail(
      named.length > 0
        ? `${listed(named)} is not in the catalog.`
        : 'No manual step is automated by a template, and no template is linked.',
    );
  },

  'docs.lessons': ({ entity }) => {
    const { decisions, successMeasures } = specOf(entity);
    const decided = recordsOf(decisions).filter(
      ({ title, rationale }) => textOf(title) && textOf(rationale),
    ).length;
    const measured = recordsOf(successMeasures).filter(
      ({ title, current }) =>
        textOf(title) &&
        typeof current === 'number' &&
        Number.isFinite(current),
    ).length;
    if (decided > 0 && measured > 0) {
      return pass(
        `It states ${counted(decided, 'decision')} and ${counted(
          measured,
          'success measure',
        )} with where it stands.`,
      );
    }
    const missing = [
      ...(decided === 0 ? ['a decision with its rationale'] : []),
      ...(measured === 0 ? ['a success measure with where it stands'] : []),
    ];
    return fail(`Missing: ${missing.join(', and ')}.`);
  },

  'automation.hands-off-adopters': ({ adoption }, { options }) => {
    const days = options?.days ?? 180;
    const needed = options?.share ?? 0.8;
    const since = now.getTime() - days * dayMs;
    const { teams } = assessAdoption({ ...adoption, ratings: [], now });
    const recent = teams.filter(
      ({ adoptedAt }) => Date.parse(adoptedAt) > since,
    );
    if (recent.length === 0) {
      return {
        verdict: 'notApplicable',
        note: `No team was adopted in the last ${days} days.`,
      };
    }
    const known = recent.flatMap(({ withoutHands }) => withoutHands ?? []);
    if (known.length === 0) {
      return null;
    }
    const handsOff = known.filter(withoutHands => withoutHands).length;
    const note = `${handsOff} of ${counted(
      known.length,
      'adopter',
    )} of the last ${days} days came when no manual step was left`;
    return handsOff / known.length >= needed
      ? pass(`${note}.`)
      : fail(`${note}; ${Math.round(needed * 100)}% are needed.`);
  },

  'headcount.platform-team': ({ handOff }) => {
    if (!handOff) {
      // Whether its own team agreed, only the team can say.
      return null;
    }
    if (!handOff.ref.startsWith('group:')) {
      return fail(`spec.handOff names ${handOff.ref}, which is no Group.`);
    }
    return handOff.entity && isKind(handOff.entity, 'group')
      ? pass(`${nameOf(handOff.entity)} takes over.`)
      : fail(`${handOff.ref}, named in spec.handOff, is not in the catalog.`);
  },
});

function isAutomated(step: ManualStep, { find }: Surroundings): boolean {
  return (
    step.url !== undefined ||
    (step.ref !== undefined && find(step.ref) !== undefined)
  );
}

function describe({ title, ref }: ManualStep): string {
  return ref ? `${title} (${ref} is not in the catalog)` : title;
}

/** Sums the time of the steps that are left, as far as the Pilot says it. */
function byHand(left: readonly ManualStep[]): string {
  const known = left.flatMap(({ minutes, timesPerMonth }) => {
    const [each, times] = [amountOf(minutes), amountOf(timesPerMonth)];
    return each === undefined || times === undefined ? [] : [each * times];
  });
  if (known.length === 0) {
    return '';
  }
  const minutes = Math.round(known.reduce((sum, each) => sum + each, 0));
  const bound = known.length < left.length ? 'At least ' : '';
  return ` ${bound}${counted(minutes, 'minute')} a month by hand.`;
}
