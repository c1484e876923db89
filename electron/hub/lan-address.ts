import type { NetworkInterfaceInfo } from 'node:os';

/** The address under which this laptop is met on its local network; null where it is on none. IPv4, which people can read to each other. */
export function lanAddress(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): string | null {
  const own = Object.values(interfaces)
    .flatMap((found) => found ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  // A virtual machine's own network and a self-assigned address come last: nobody else is on them.
  return own.sort((one, other) => rank(one) - rank(other))[0] ?? null;
}

function rank(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  if (/^172\.(1[6-9]|2\d|3[01])\./.test(address)) return 2;
  return address.startsWith('169.254.') ? 4 : 3;
}
