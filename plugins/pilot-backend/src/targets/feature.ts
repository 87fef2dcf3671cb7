import { Kernel } from '../kernel/createKernel';
import { CatalogMirror } from './CatalogMirror';
import { ProjectionFeed } from './ProjectionFeed';
import { projectionRoutes } from './projectionRoutes';
import { SettingsCheck } from './SettingsCheck';
import { OnTargetChanged } from './TargetChange';
import { TargetWriter } from './TargetWriter';

/** Mirror of the catalog's targets, and the feed of what it shows of them. */
export const targetsFeature = {
  create(
    kernel: Kernel & {
      readonly feed: ProjectionFeed;
      readonly onTargetChanged: OnTargetChanged;
    },
  ) {
    return {
      mirror: new CatalogMirror({ ...kernel.config, ...kernel }),
      settings: new SettingsCheck(kernel),
      targetWriter: new TargetWriter(kernel),
    };
  },
  routes: projectionRoutes,
};
