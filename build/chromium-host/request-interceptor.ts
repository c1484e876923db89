import type { CdpSession, Protocol } from './cdp';
import type { DataPort } from './data-port';
import { handlerFor, toAppUrl, toWindowUrl, type AppProtocol } from './app-protocol';
import type { Navigation } from './navigation-check';
import type { RequestDetails, WebRequest } from './web-request';

type Paused = Protocol.Fetch.requestPausedPayload;

/** What the interceptor asks of the page it works for. */
export interface InterceptedPage {
  readonly webContentsId: number;
  /** False: the app's will-navigate or will-redirect refused. Only asked for documents. */
  mayNavigate(navigation: Navigation): boolean;
}

/** Answers a page's requests to the app's own schemes and shows all others to `session.webRequest`. */
export class RequestInterceptor {
  private readonly session: CdpSession;
  private readonly port: DataPort;
  private readonly page: InterceptedPage;
  private readonly protocol: AppProtocol;
  private readonly webRequest: WebRequest;
  private lastId = 0;

  constructor(
    session: CdpSession,
    port: DataPort,
    page: InterceptedPage,
    protocol: AppProtocol,
    webRequest: WebRequest,
  ) {
    this.session = session;
    this.port = port;
    this.page = page;
    this.protocol = protocol;
    this.webRequest = webRequest;
  }

  async start(): Promise<void> {
    this.session.on('Fetch.requestPaused', (paused) => {
      this.decide(paused).catch((error: unknown) => {
        process.stderr.write(`${paused.request.url}: ${String(error)}\n`);
        this.fail(paused, 'Failed').catch(() => undefined);
      });
    });
    await this.session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }

  private async decide(paused: Paused): Promise<unknown> {
    const lent = this.port.addressOf(paused.request.url);
    if (lent) return this.session.send('Fetch.continueRequest', { requestId: paused.requestId, url: lent });
    const url = toAppUrl(paused.request.url);
    const details = this.describe(paused, url);
    if (paused.responseStatusCode !== undefined) return this.passHeaders(paused, details);
    const isRedirect = paused.redirectedRequestId !== undefined;
    if (
      paused.resourceType === 'Document' &&
      !this.page.mayNavigate({ url, frameId: paused.frameId, isRedirect })
    ) {
      return this.fail(paused, 'Aborted');
    }
    const { cancel, redirectURL } = await this.webRequest.hostBefore(details);
    if (cancel) return this.fail(paused, 'BlockedByClient');
    if (redirectURL) return this.redirect(paused, redirectURL);
    const handler = handlerFor(this.protocol, url);
    if (handler) return this.fulfil(paused, details, await handler(toRequest(paused, url)));
    const interceptResponse = this.webRequest.hostWantsHeaders(url);
    return this.session.send('Fetch.continueRequest', { requestId: paused.requestId, interceptResponse });
  }

  private async fulfil(paused: Paused, details: RequestDetails, response: Response): Promise<unknown> {
    if (response.type === 'error') return this.fail(paused, 'Failed');
    const body = Buffer.from(await response.arrayBuffer());
    const headers = await this.finalHeaders(details, response.status, headerMap(response.headers));
    if (!headers) return this.fail(paused, 'BlockedByClient');
    const fixed = headers.map(({ name, value }) =>
      name.toLowerCase() === 'location' ? { name, value: toWindowUrl(value) } : { name, value },
    );
    const length = { name: 'content-length', value: String(body.length) };
    return this.session.send('Fetch.fulfillRequest', {
      requestId: paused.requestId,
      responseCode: response.status,
      responseHeaders: [...fixed.filter(({ name }) => name.toLowerCase() !== 'content-length'), length],
      body: body.toString('base64'),
    });
  }

  private async passHeaders(paused: Paused, details: RequestDetails): Promise<unknown> {
    const { requestId, responseStatusCode = 200, responseHeaders = [] } = paused;
    const before: Record<string, string[]> = {};
    for (const { name, value } of responseHeaders) (before[name] ??= []).push(value);
    const headers = await this.finalHeaders(details, responseStatusCode, before);
    if (!headers) return this.fail(paused, 'BlockedByClient');
    return this.session.send('Fetch.continueResponse', {
      requestId,
      responseCode: responseStatusCode,
      responseHeaders: headers,
    });
  }

  /** The headers after the app's onHeadersReceived; undefined when it cancelled. */
  private async finalHeaders(
    details: RequestDetails,
    statusCode: number,
    responseHeaders: Record<string, string[]>,
  ): Promise<Protocol.Fetch.HeaderEntry[] | undefined> {
    const statusLine = `HTTP/1.1 ${statusCode}`;
    const answer = await this.webRequest.hostHeaders({ ...details, statusCode, statusLine, responseHeaders });
    if (answer.cancel) return undefined;
    return Object.entries(answer.responseHeaders ?? responseHeaders).flatMap(([name, value]) =>
      [value].flat().map((one) => ({ name, value: one })),
    );
  }

  private redirect({ requestId }: Paused, url: string): Promise<unknown> {
    const responseHeaders = [{ name: 'location', value: toWindowUrl(url) }];
    return this.session.send('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders });
  }

  private fail({ requestId }: Paused, errorReason: Protocol.Network.ErrorReason): Promise<unknown> {
    return this.session.send('Fetch.failRequest', { requestId, errorReason });
  }

  private describe({ request, resourceType }: Paused, url: string): RequestDetails {
    const type = resourceType === 'Document' ? 'mainFrame' : resourceType.toLowerCase();
    return {
      id: ++this.lastId,
      url,
      method: request.method,
      resourceType: type,
      referrer: toAppUrl(request.headers.Referer ?? ''),
      timestamp: Date.now(),
      webContentsId: this.page.webContentsId,
    };
  }
}

function toRequest({ request }: Paused, url: string): Request {
  // Node refuses to set these two by hand, and Origin and Referer must carry the app's own scheme.
  const headers = Object.entries(request.headers)
    .filter(([name]) => !/^(host|connection)$/i.test(name))
    .map(([name, value]): [string, string] => [
      name,
      /^(origin|referer)$/i.test(name) ? toAppUrl(value) : value,
    ]);
  const entries = request.postDataEntries ?? [];
  const body = Buffer.concat(entries.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')));
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && body.length > 0;
  return new Request(url, { method: request.method, headers, ...(hasBody ? { body } : {}) });
}

function headerMap(headers: Headers): Record<string, string[]> {
  const map: Record<string, string[]> = {};
  headers.forEach((value, name) => (map[name] = [value]));
  return map;
}
