export { samplePermissions as default } from './samplePermissions';
