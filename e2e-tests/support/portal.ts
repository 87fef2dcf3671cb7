/** URL of the backend of the portal under test, such as `http://localhost:7007`. */
export const backendUrl = requireVariable('PILOT_BACKEND_URL');

/** URL of its pages, such as `http://localhost:3000`. */
export const appUrl = requireVariable('PILOT_APP_URL');

/** URL of the same pages in a portal that no story changes. */
export const stillUrl = requireVariable('PILOT_STILL_URL');

/** URL of an app on the old frontend system that shows the portal that the stories change. */
export const legacyUrl = requireVariable('PILOT_LEGACY_URL');

function requireVariable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start with npm test`);
  return value;
}
