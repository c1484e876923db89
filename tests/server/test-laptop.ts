import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import {
  type EnrolReply,
  type EnrolRequest,
  type Holder,
  type SessionReply,
  bodyHeader,
  enrolText,
  proofHeader,
  proofText,
  sessionPaths,
  sessionText,
} from '../../shared/protocol/session';

/** Sends one request to a server and gives the answer; `app.inject` and `fetch` alike. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

export type Answer = Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'body'>;

export type Send = (ask: Ask) => Promise<Answer>;

export function injectInto(app: FastifyInstance): Send {
  return ({ method, path, body, headers = {}, address }) =>
    app.inject({
      method: method as 'GET',
      url: path,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      payload: body === undefined ? undefined : JSON.stringify(body),
      remoteAddress: address,
    });
}

export function sendTo(url: string): Send {
  return async ({ method, path, body, headers = {} }) => {
    const request =
      body === undefined
        ? { method, headers }
        : { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(url + path, request);
    return {
      statusCode: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    };
  };
}

/** A laptop reduced to what accounts ask of it: keys, enrolment, sessions, requests with a token and its proof. */
export interface TestLaptop {
  readonly id: string;
  readonly publicKey: string;
  token: string;
  enrol(code: string, changes?: Partial<EnrolRequest>): Promise<Answer>;
  /** Opens a session as the laptop, or with a key alone. Keeps its token. */
  open(options?: {
    readonly signIn?: { readonly login: string; readonly password: string };
    readonly ticket?: string;
    readonly renews?: string;
    readonly withKeyOnly?: boolean;
    readonly address?: string;
  }): Promise<Answer>;
  /** A request with the token and a proof made for it. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  headersFor(method: string, path: string, body?: string): Record<string, string>;
  sign(text: string): string;
}

export function makeTestLaptop(send: Send, id: string = randomUUID()): TestLaptop {
  const { privateKey, publicKey: key } = generateKeyPairSync('ed25519');
  const publicKey = key.export({ format: 'jwk' }).x ?? '';
  const signed = (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url');
  const laptop: TestLaptop = {
    id,
    publicKey,
    sign: signed,
    token: '',
    enrol(code, changes = {}) {
      const request = {
        code,
        device: id,
        name: '外业笔记本',
        signingKey: publicKey,
        sealingKey: `age1${'q'.repeat(58)}`,
        version: '0.1.0',
        ...changes,
      };
      const body = { ...request, signature: changes.signature ?? signed(enrolText(request)) };
      return send({ method: 'POST', path: sessionPaths.enrol, body });
    },
    async open({ withKeyOnly = false, address, ...shown } = {}) {
      const holder: Holder = withKeyOnly ? { key: publicKey } : { device: id };
      const challenge = await send({
        method: 'POST',
        path: sessionPaths.challenge,
        body: { holder },
        address,
      });
      const { nonce, epoch } = JSON.parse(challenge.body) as { nonce: string; epoch: string };
      const body = { holder, nonce, signature: signed(sessionText(nonce, epoch)), ...shown };
      const answer = await send({ method: 'POST', path: sessionPaths.session, body, address });
      if (answer.statusCode === 200) laptop.token = (JSON.parse(answer.body) as SessionReply).token;
      return answer;
    },
    ask: (method, path, body) =>
      send({ method, path, body, headers: laptop.headersFor(method, path, textOf(body)) }),
    headersFor(method, path, body = '') {
      const bodyHash = body === '' ? '' : sha256Of(body);
      // Read once: the administrator of tests has a new one each second.
      const { token } = laptop;
      return {
        authorization: `Bearer ${token}`,
        [proofHeader]: signed(proofText(method, path, sha256Of(token), bodyHash)),
        ...(bodyHash && { [bodyHeader]: bodyHash }),
      };
    },
  };
  return laptop;
}

/** A body as `Send` sends it. */
function textOf(body: unknown): string {
  return body === undefined ? '' : JSON.stringify(body);
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Enrols a new laptop for an account with a code that an administrator asked for. */
export async function enrolLaptop(
  send: Send,
  administrator: TestLaptop,
  account: string,
): Promise<TestLaptop> {
  const laptop = makeTestLaptop(send, `laptop-${randomBytes(6).toString('hex')}`);
  const made = await administrator.ask('POST', '/api/codes', { account });
  const { code } = JSON.parse(made.body) as { code: string };
  const enrolled = await laptop.enrol(code);
  if (enrolled.statusCode !== 200) throw new Error(enrolled.body);
  JSON.parse(enrolled.body) satisfies EnrolReply;
  return laptop;
}
