/** Yarn does not read npm's settings; where npm goes through a mirror or a proxy, Yarn has to as well. */
const translations = {
  registry: 'YARN_NPM_REGISTRY_SERVER',
  cafile: 'YARN_HTTPS_CA_FILE_PATH',
  proxy: 'YARN_HTTP_PROXY',
  'https-proxy': 'YARN_HTTPS_PROXY',
};

/**
 * Environment variables for Yarn that say what npm's settings say; a variable that is already set wins.
 * @param settings - the object that `npm config list --json` prints
 */
export function yarnEnvironment(settings, env) {
  const translated = {};
  for (const [setting, variable] of Object.entries(translations)) {
    const value = settings[setting];
    if (typeof value === 'string' && value !== '' && !env[variable]) {
      translated[variable] = value;
    }
  }
  return translated;
}
