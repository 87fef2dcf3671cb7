import { Kernel } from '../kernel/createKernel';
import { DemandViews } from '../demand/DemandViews';
import { CatalogMirror } from '../targets/CatalogMirror';
import { TargetWriter } from '../targets/TargetWriter';
import { registerListMyInterests } from './actions/registerListMyInterests';
import { registerRecordInterest } from './actions/registerRecordInterest';
import { exchangeRoutes } from './exchangeRoutes';
import { exportLines } from './exportLines';
import { InterestImporter } from './InterestImporter';
import { InterestList } from './InterestList';
import { InterestService } from './InterestService';
import { InterestViews } from './InterestViews';
import { InterestWriter } from './InterestWriter';
import { interestRoutes } from './interestRoutes';
import { listingRoutes } from './listingRoutes';
import { triageRoutes } from './triageRoutes';

type InterestServices = ReturnType<typeof create>;

function create(
  kernel: Kernel & {
    readonly mirror: CatalogMirror;
    readonly views: DemandViews;
    readonly targetWriter: TargetWriter;
  },
) {
  const { knex, groups } = kernel;
  const interestViews = new InterestViews(kernel);
  return {
    interests: new InterestService({
      ...kernel,
      interestViews,
      writer: new InterestWriter(kernel),
    }),
    listing: new InterestList({
      ...kernel,
      interestViews,
      cursors: kernel.cursors(),
    }),
    importer: new InterestImporter({
      ...kernel,
      teamsOf: memberOf => groups.teamsOf(memberOf),
    }),
    exportLines: () => exportLines(knex),
  };
}

/** Recording, confirming, answering, listing, importing and exporting interest. */
export const interestFeature = {
  create,
  routes: (services: InterestServices & Pick<Kernel, 'clock'>) => [
    ...interestRoutes(services),
    ...listingRoutes(services),
    ...triageRoutes(services),
    ...exchangeRoutes(services),
  ],
  actions: [registerRecordInterest, registerListMyInterests],
};
