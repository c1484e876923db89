import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { lanAddress } from '../../../electron/hub/lan-address';

function four(address: string, internal = false): NetworkInterfaceInfo {
  return {
    address,
    internal,
    family: 'IPv4',
    netmask: '255.255.255.0',
    mac: '00:00:00:00:00:00',
    cidr: null,
  };
}

describe('the address that a hub listens on', () => {
  it('is that of the local network, before those of virtual machines and self-assigned ones', () => {
    const found = lanAddress({
      lo: [four('127.0.0.1', true)],
      auto: [four('169.254.7.7')],
      docker0: [four('172.17.0.1')],
      wlan0: [four('192.168.43.12')],
    });
    expect(found).toBe('192.168.43.12');
  });

  it('is none where there is no network: a hub is never put on another address instead', () => {
    expect(lanAddress({ lo: [four('127.0.0.1', true)] })).toBe(null);
  });
});
