import { deltaSharing } from './stories/deltaSharing.mjs';
import { platforms } from './stories/platforms.mjs';
import { serviceCredentials } from './stories/serviceCredentials.mjs';
import { testData } from './stories/testData.mjs';
import { youngPilots } from './stories/youngPilots.mjs';

/**
 * What was said about one Pilot, and what was decided. `days` after the first
 * start an answer lapses.
 *
 * @typedef {object} Story
 * @property {string} pilot its name
 * @property {{ check: string, by: string, verdict?: string, evidence: string, note?: string, days?: number, lapses?: boolean }[]} [attested]
 * @property {{ check: string, verdict: string, evidence: string, note: string }[]} [reported] by a service
 * @property {{ check: string, by: string, reason: string, days: number }[]} [waived]
 * @property {{ by: string, to: string, reason: string, decision?: { by: string, decision: string, reason: string } }[]} [proposals]
 * @property {{ by: string, team: string, score: number, note: string | null }[]} [ratings]
 */

const dayMs = 24 * 60 * 60 * 1000;
/** Long enough to be taken, and over before anybody looks. */
const lapsesMs = 20 * 1000;

/** Who sees everything, and asks the sources. */
const onlooker = 'ines';

/** @type {Story[]} */
export const stories = [
  deltaSharing,
  serviceCredentials,
  testData,
  ...platforms,
  ...youngPilots,
];

/**
 * One request of the API. Repeating it changes nothing.
 *
 * @typedef {object} Step
 * @property {string | null} as who makes it; null for a service
 * @property {string} method
 * @property {string} path below `/api/pilot`
 * @property {object} [body]
 * @property {{ by: string, decision: string, reason: string }} [decision] of the proposal that the request makes
 * @property {number} [lapsesMs] after this time, from when it is sent, the answer lapses
 */

/**
 * What the sample people say and decide, in the order in which they do.
 *
 * @param {Date} firstStart the same date gives the same answers
 * @returns {Step[]}
 */
export function sampleReadiness(firstStart) {
  return stories.flatMap(story => stepsOf(story, firstStart));
}

function stepsOf(story, firstStart) {
  const readiness = `/readiness/pilot/default/${story.pilot}`;
  const pilot = `/pilots/default/${story.pilot}`;
  const day = days =>
    new Date(firstStart.getTime() + days * dayMs).toISOString().slice(0, 10);
  const attested = (story.attested ?? []).map(
    ({ by, days, lapses, verdict = 'pass', note = null, ...answer }) => ({
      as: by,
      method: 'POST',
      path: `${readiness}/attestations`,
      body: {
        ...answer,
        ...{ verdict, note },
        ...(!lapses && { expiresAt: day(days) }),
      },
      ...(lapses && { lapsesMs }),
    }),
  );
  const reported = (story.reported ?? []).map(result => ({
    as: null,
    method: 'POST',
    path: `${readiness}/results`,
    body: [{ ...result, at: firstStart.toISOString() }],
  }));
  const waived = (story.waived ?? []).map(({ by, days, ...waiver }) => ({
    as: by,
    method: 'POST',
    path: `${readiness}/waivers`,
    body: { ...waiver, expiresAt: day(days) },
  }));
  const proposals = (story.proposals ?? []).map(
    ({ by, decision, ...body }) => ({
      as: by,
      method: 'POST',
      path: `${pilot}/proposals`,
      body,
      decision,
    }),
  );
  const ratings = (story.ratings ?? []).map(({ by, team, ...rating }) => ({
    as: by,
    method: 'PUT',
    path: `${pilot}/satisfaction`,
    body: { team: `group:default/${team}`, ...rating },
  }));
  // What the catalog tells by itself is known first, as it is part of what is decided on.
  const collect = {
    as: onlooker,
    method: 'POST',
    path: `${readiness}/collect`,
  };
  return [
    collect,
    ...reported,
    ...attested,
    ...waived,
    ...proposals,
    ...ratings,
  ];
}
