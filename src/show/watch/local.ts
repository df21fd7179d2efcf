import { BlockList, isIP } from 'node:net';

const LOCAL = new BlockList();
for (const [network, prefix, family] of [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
] as const)
  LOCAL.addSubnet(network, prefix, family);

/** Whether a host name says that the host is this machine or on its own network. */
export function isLocal(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const version = isIP(bare);
  if (version === 0)
    return bare === 'localhost' || /\.(?:localhost|local|internal|lan)$/.test(bare) || !bare.includes('.');
  return LOCAL.check(bare, version === 6 ? 'ipv6' : 'ipv4');
}
