/** Writes what `npm start` says when everything is there. */
export function welcome({ appUrl, backendUrl, samples, dataFolder, refused }) {
  const first = samples
    ? [
        '  Sign in   as Priya Nair, an engineer in Payments',
        `  Try       ${appUrl}/catalog/default/pilot/delta-sharing and press "I need this"`,
      ]
    : ['  Sign in   as anybody in your catalog'];
  return `
The portal is ready.

  Portal    ${appUrl}
  Backend   ${backendUrl}
${first.join('\n')}
  Data      ${dataFolder} (--fresh begins again)
  Stop      Ctrl-C
${refused ? `\n${refused}\n` : ''}`;
}
