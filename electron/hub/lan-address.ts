import type { NetworkInterfaceInfo } from 'node:os';

/**
 * The address under which this laptop is met on its local network: `last`, as long as it still has that one; null where it is on none.
 * IPv4 before IPv6, since people can read it to each other; never a link-local IPv6, which means another machine on each interface.
 */
export function lanAddress(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
  last: string | null = null,
): string | null {
  const own = Object.values(interfaces)
    .flatMap((found) => found ?? [])
    .filter(({ address, internal }) => !internal && !/^fe[89ab]/i.test(address))
    .map(({ address }) => address);
  if (last !== null && own.includes(last)) return last;
  // A virtual machine's own network and a self-assigned address come last: nobody else is on them.
  return own.sort((one, other) => rank(one) - rank(other))[0] ?? null;
}

function rank(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  if (/^172\.(1[6-9]|2\d|3[01])\./.test(address)) return 2;
  if (address.startsWith('169.254.')) return 5;
  return address.includes(':') ? 4 : 3;
}
