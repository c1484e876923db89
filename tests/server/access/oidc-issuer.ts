import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

export interface TestIssuer {
  readonly url: string;
  /** Who sits before the browser; null refuses. */
  signsInAs: string | null;
  /** Whether the tokens are signed by somebody else. */
  isForged: boolean;
  close(): Promise<void>;
}

/** An identity provider reduced to what the code flow with PKCE asks of one: discovery, keys, a page that sends back, tokens. */
export async function startIssuer(clientId: string, clientSecret: string): Promise<TestIssuer> {
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const grants = new Map<
    string,
    { readonly challenge: string; readonly nonce: string; readonly name: string }
  >();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer.url);
    const json = (body: object, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const answer = async () => {
      if (url.pathname === '/.well-known/openid-configuration')
        return json({
          issuer: issuer.url,
          authorization_endpoint: `${issuer.url}/authorize`,
          token_endpoint: `${issuer.url}/token`,
          jwks_uri: `${issuer.url}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        });
      if (url.pathname === '/keys')
        return json({ keys: [{ ...(await exportJWK(own.publicKey)), alg: 'RS256', kid: '1', use: 'sig' }] });
      if (url.pathname === '/authorize') {
        const asked = Object.fromEntries(url.searchParams);
        const back = new URL(asked['redirect_uri'] ?? '');
        back.searchParams.set('state', asked['state'] ?? '');
        const code = randomUUID();
        const { signsInAs: name } = issuer;
        if (name === null) back.searchParams.set('error', 'access_denied');
        else back.searchParams.set('code', code);
        const [challenge, nonce] = [asked['code_challenge'] ?? '', asked['nonce'] ?? ''];
        if (name !== null) grants.set(code, { challenge, nonce, name });
        response.writeHead(302, { location: back.href });
        return response.end();
      }
      const form = new URLSearchParams(await text(request));
      const grant = grants.get(form.get('code') ?? '');
      grants.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const isClient = form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
      if (!grant || !isClient || challenge !== grant.challenge) return json({ error: 'invalid_grant' }, 400);
      const token = await new SignJWT({ nonce: grant.nonce, preferred_username: grant.name })
        .setProtectedHeader({ alg: 'RS256', kid: '1' })
        .setIssuer(issuer.url)
        .setAudience(clientId)
        .setSubject(`subject of ${grant.name}`)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign((issuer.isForged ? other : own).privateKey);
      return json({ access_token: randomUUID(), token_type: 'Bearer', id_token: token });
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer: TestIssuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    signsInAs: null,
    isForged: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return issuer;
}
