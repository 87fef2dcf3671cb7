import type {
  MaintenancePage,
  Rebuilt,
  StoredCheck,
} from '@pilot-to-platform/plugin-pilot-common';

export const maintenancePageExample: Partial<MaintenancePage> = {
  targets: ['pilot:default/delta-sharing'],
};

export const storedCheckExample: StoredCheck = {
  checked: 200,
  different: [
    { target: 'pilot:default/delta-sharing', parts: ['teams', 'sums'] },
  ],
  notReplayable: [],
  next: 412,
};

export const rebuiltExample: Rebuilt = { rebuilt: 1, notReplayable: [] };
