import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { decisionTexts } from './texts/decisionTexts';
import { demandTexts } from './texts/demandTexts';
import { listTexts } from './texts/listTexts';
import { needTexts } from './texts/needTexts';
import { pilotTexts } from './texts/pilotTexts';
import { readinessTexts } from './texts/readinessTexts';
import { wordTexts } from './texts/wordTexts';

/**
 * All texts of the plugin.
 * @public
 */
export const pilotTranslationRef = createTranslationRef({
  id: 'plugin.pilot',
  messages: {
    ...needTexts,
    ...demandTexts,
    ...readinessTexts,
    ...decisionTexts,
    ...pilotTexts,
    ...listTexts,
    ...wordTexts,
    copyLink: { copied: 'Link copied.', link: 'Link' },
    csv: {
      download: 'Download CSV',
      done_one: 'Downloaded {{count}} row.',
      done_other: 'Downloaded {{count}} rows.',
      failed: 'Could not download.',
    },
    state: {
      loading: 'Loading {{thing}}',
      stillLoading: 'Still loading',
      error: '{{thing}} could not be loaded.',
      retry: 'Try again',
      justNow: 'just now',
      stale: 'Shown as of {{time}}. The latest could not be loaded.',
      changed: 'This changed in the meantime. Your text is kept.',
      changedOnly: 'This changed in the meantime.',
      changedBy: 'Changed by {{who}} {{when}}.',
      latest: 'Show latest',
      conflict: 'Changed by {{who}} {{when}}. Your text is kept.',
      nothing: 'There is nothing here that you can see.',
      past: 'You are looking at {{date}}. Nothing can be changed here.',
      today: 'Back to today',
      more: 'Show more',
      updated: 'Updated. Refresh',
    },
  },
});
