/**
 * Extent of what messages hold: all that they are about, or only what their
 * recipients knew or own.
 */
export type MessageDetails = 'full' | 'known';
