import { connect } from 'node:tls';

const patienceMillis = 10_000;

/**
 * Whether the server at this address stands under an authority (PEM): the greeting of TLS shows that it has a key which that signed.
 * Anybody may show the authority's certificate besides. Nothing else is sent; who does not answer in time does not.
 */
export function standsUnder(serverUrl: string, authority: string): Promise<boolean> {
  const { hostname, port } = new URL(serverUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const options = { host, port: Number(port || 443), ca: authority, checkServerIdentity: () => undefined };
    const socket = connect(options, () => {
      resolve(true);
      socket.destroy();
    });
    // From the beginning: a byte now and then must not hold it.
    const late = setTimeout(() => socket.destroy(), patienceMillis);
    socket.on('error', () => resolve(false));
    socket.on('close', () => {
      clearTimeout(late);
      resolve(false);
    });
  });
}
