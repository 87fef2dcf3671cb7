export { catalogModule } from './catalogModule';
export { iconsModule } from './iconsModule';
