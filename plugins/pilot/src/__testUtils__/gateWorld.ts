import type { Pilot } from '@pilot-to-platform/plugin-pilot-common';
import { FakePilotApi } from './FakePilotApi';
import { pilotWith } from './pilotsWorld';
import { council, fullReadiness } from './readinessWorld';

/** Rights of the owners of a Pilot in build-out. */
export const ownersCan: Pilot['can'] = {
  platform: 'gateClosed',
  'build-out': 'wrongPhase',
  'point-solution': true,
  retired: true,
  reopen: true,
  bypass: 'wrongPhase',
};

/** Makes the API of a Pilot whose owner reads; two things are left. */
export function withPilot(part: Partial<Pilot> = {}) {
  const pilotApi = new FakePilotApi();
  pilotApi.readiness = fullReadiness();
  pilotApi.pilot = pilotWith({ approvers: [council], can: ownersCan, ...part });
  return pilotApi;
}

/** The same with nothing left. */
export const ready = () =>
  withPilot({
    gate: { to: 'platform', open: true, left: [] },
    can: { ...ownersCan, platform: true },
  });
