import { Kernel } from '../kernel/createKernel';
import { DemandUpkeep } from '../demand/DemandUpkeep';
import { InterestImporter } from '../interest/InterestImporter';
import { PhaseUpkeep } from '../pilots/PhaseUpkeep';
import { FactKeeper } from '../readiness/FactKeeper';
import { CatalogMirror } from '../targets/CatalogMirror';
import { CatalogChanges } from './CatalogChanges';
import { changeRoutes } from './changeRoutes';
import { EverythingTransfer } from './EverythingTransfer';
import { Maintenance } from './Maintenance';
import { maintenanceRoutes } from './maintenanceRoutes';
import { personRoutes } from './personRoutes';
import { PersonService } from './PersonService';
import { redateRoutes } from './redateRoutes';
import { RedateService } from './RedateService';
import { transferRoutes } from './transferRoutes';

type OperatingServices = ReturnType<typeof create>;

function create(
  kernel: Kernel & {
    readonly mirror: CatalogMirror;
    readonly importer: InterestImporter;
    readonly keeper: FactKeeper;
    readonly upkeep: DemandUpkeep;
    readonly phaseUpkeep: PhaseUpkeep;
  },
) {
  return {
    changes: new CatalogChanges(kernel),
    maintenance: new Maintenance(kernel),
    persons: new PersonService(kernel),
    redating: new RedateService(kernel),
    transfer: new EverythingTransfer({ ...kernel, phases: kernel.phaseUpkeep }),
  };
}

/** Moving, erasing, rebuilding and re-dating what is stored; what the catalog tells. */
export const operatingFeature = {
  create,
  routes: (services: OperatingServices) => [
    ...personRoutes(services),
    ...redateRoutes(services),
    ...transferRoutes(services),
    ...maintenanceRoutes(services),
    ...changeRoutes(services),
  ],
};
