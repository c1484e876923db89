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

  it('stays the same as long as the laptop has it, and is another one after that', () => {
    const both = { eth0: [four('192.168.1.5')], wlan0: [four('192.168.43.12')] };
    expect(lanAddress(both, '192.168.43.12')).toBe('192.168.43.12');
    expect(lanAddress({ eth0: both.eth0 }, '192.168.43.12')).toBe('192.168.1.5');
  });

  it('is one of IPv6 where there is no other, and never a link-local one', () => {
    const six = (address: string): NetworkInterfaceInfo => ({
      ...four(address),
      family: 'IPv6',
      scopeid: 0,
    });
    expect(lanAddress({ wlan0: [six('fe80::1'), six('fd12:3456::7')] })).toBe('fd12:3456::7');
    expect(lanAddress({ wlan0: [six('fd12:3456::7'), four('10.0.0.8')] })).toBe('10.0.0.8');
    expect(lanAddress({ wlan0: [six('fe80::1')] })).toBe(null);
  });

  it('is none where there is no network: a hub is never put on another address instead', () => {
    expect(lanAddress({ lo: [four('127.0.0.1', true)] })).toBe(null);
  });
});
