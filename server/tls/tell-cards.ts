import { hostname } from 'node:os';
import type { Settings } from '../settings';
import type { ServerTls } from './keep-certificates';

/**
 * What a join card says of this server: the address that its settings name, else the one that it listens on. Null where only the
 * administrator can know it: something before this server ends TLS with a certificate of its own, or the port is not known yet.
 */
export function tellCards(
  settings: Settings,
  tls: ServerTls | null,
  port: number,
): { readonly serverUrl: string; readonly authorityHash: string } | null {
  if (settings.behindProxy || (port === 0 && !settings.address)) return null;
  const serverUrl = settings.address ?? `${tls ? 'https' : 'http'}://${nameOf(settings.host)}:${port}`;
  return { serverUrl, authorityHash: tls?.authorityHash ?? '' };
}

/** Nobody can call "all addresses": then the computer's name, which the certificate carries too. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return hostname();
  return host.includes(':') ? `[${host}]` : host;
}
