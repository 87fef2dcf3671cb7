export { pilotPlugin as default } from './plugin';
