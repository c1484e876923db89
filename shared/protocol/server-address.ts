/** As much of a URL as is asked here. */
interface Address {
  readonly protocol: string;
  readonly hostname: string;
}

/**
 * Whether a server may be spoken to without TLS: on this computer only (promises.md, threat 9). Everything else that an office
 * types must begin with https, and nothing ever falls back.
 */
export function isClearTextAllowed({ protocol, hostname }: Address): boolean {
  return protocol === 'http:' && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
