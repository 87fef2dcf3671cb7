import { demandFeature } from '../demand/feature';
import { duplicatesFeature } from '../duplicates/feature';
import { interestFeature } from '../interest/feature';
import { newsFeature } from '../news/feature';
import { operatingFeature } from '../operating/feature';
import { pilotsFeature } from '../pilots/feature';
import { readinessFeature } from '../readiness/feature';
import { targetsFeature } from '../targets/feature';

/** Each creates its services from those before it, and says its routes and actions. */
export const features = {
  targets: targetsFeature,
  demand: demandFeature,
  interest: interestFeature,
  readiness: readinessFeature,
  pilots: pilotsFeature,
  duplicates: duplicatesFeature,
  news: newsFeature,
  operating: operatingFeature,
};
