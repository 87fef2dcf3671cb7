/** A day in milliseconds. @public */
export const dayMs = 24 * 60 * 60 * 1000;
