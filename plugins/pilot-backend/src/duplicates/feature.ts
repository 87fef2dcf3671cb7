import { Kernel } from '../kernel/createKernel';
import { sharedKey } from '../kernel/store/secrets/sharedKey';
import { lastUpkeep } from '../kernel/store/upkeep/finishedPasses';
import { DemandViews } from '../demand/DemandViews';
import { CatalogMirror } from '../targets/CatalogMirror';
import { registerFindSimilar } from './actions/registerFindSimilar';
import { Duplicates } from './Duplicates';
import { FragmentationService } from './FragmentationService';
import { GroupNames } from './GroupNames';
import { mergeRoutes } from './mergeRoutes';
import { MergeService } from './MergeService';
import { MoveService } from './MoveService';
import { similarRoutes } from './similarRoutes';
import { SimilarService } from './SimilarService';
import { SimilarTargets } from './SimilarTargets';
import { TargetCards } from './TargetCards';
import { VisibleCandidates } from './VisibleCandidates';
import { VisibleDuplicates } from './VisibleDuplicates';

type DuplicateServices = Awaited<ReturnType<typeof create>>;

async function create(
  kernel: Kernel & {
    readonly mirror: CatalogMirror;
    readonly views: DemandViews;
  },
) {
  const { knex, config } = kernel;
  const similar = new SimilarTargets({
    ...kernel,
    ...config,
    mark: async () => (await lastUpkeep(knex, 'pilots'))?.getTime(),
  });
  const duplicates = new Duplicates({
    ...kernel,
    names: new GroupNames(await sharedKey(knex, 'group')),
  });
  const shared = {
    ...kernel,
    candidates: new VisibleCandidates({ ...kernel, similar }),
    cards: new TargetCards(kernel),
  };
  return {
    similar: new SimilarService(shared),
    fragmentation: new FragmentationService({
      ...shared,
      seen: new VisibleDuplicates({ ...shared, duplicates }),
    }),
    merging: new MergeService({ ...kernel, cursors: kernel.cursors() }),
    moves: new MoveService({
      ...kernel,
      teamCursors: kernel.cursors(),
      personCursors: kernel.cursors(),
    }),
  };
}

/** Similar targets, fragmentation, and moving what stands under a ref. */
export const duplicatesFeature = {
  create,
  routes: (services: DuplicateServices) => [
    ...similarRoutes(services),
    ...mergeRoutes(services),
  ],
  actions: [registerFindSimilar],
};
