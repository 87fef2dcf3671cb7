/**
 * The screens of Pilot to Platform.
 *
 * @packageDocumentation
 */

export { pilotPlugin as default } from './plugin';
export { pilotApiRef } from './api/pilotApiRef';
export {
  NeedButton,
  type NeedButtonProps,
} from './components/NeedDialog/NeedButton';
export { pilotTranslationRef } from './translation';
