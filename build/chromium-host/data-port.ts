import { randomBytes } from 'node:crypto';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long a text waits for its page: one that is gone by then never asks. */
const keptMillis = 60_000;

/** Where a page asks for what it was lent; nothing of an app's own lies there. */
const prefix = '/.chromium-host/';

/**
 * Long texts on their way into a page. Through the debugging protocol each letter is written and read again by three processes: ten
 * megabytes took 1.5 s of processor time, where Electron hands them over. Here the page fetches them from its own origin,
 * and the request is sent on to this port, whose name nobody else can resolve.
 */
export class DataPort {
  /** A name that only this browser knows. */
  readonly name = `${randomBytes(16).toString('hex')}.chromium-host`;
  private readonly lent = new Map<string, string>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer(({ url = '' }, response) => {
      const text = this.lent.get(url);
      response.writeHead(text === undefined ? 404 : 200, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        // The page asks its own origin; that the answer comes from elsewhere Chromium sees all the same.
        'access-control-allow-origin': '*',
      });
      response.end(text, () => this.lent.delete(url));
    });
    this.server.unref();
  }

  static open(): Promise<DataPort> {
    const port = new DataPort();
    return new Promise((resolve, reject) => {
      port.server.once('error', reject);
      port.server.listen(0, '127.0.0.1', () => resolve(port));
    });
  }

  /** What makes the browser find this port: Chromium's `--host-resolver-rules`. */
  get resolverRule(): string {
    return `MAP ${this.name} 127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Gives the path at which a page may fetch this JSON, once. */
  lend(text: string): string {
    const path = `${prefix}${randomBytes(16).toString('hex')}`;
    this.lent.set(path, text);
    setTimeout(() => this.lent.delete(path), keptMillis).unref();
    return path;
  }

  /** What was lent at this path and not fetched. */
  takeBack(path: string): string | undefined {
    const text = this.lent.get(path);
    this.lent.delete(path);
    return text;
  }

  /** Where a request to this address is sent on to; undefined for all that is not lent. */
  addressOf(url: string): string | undefined {
    const path = URL.canParse(url) ? new URL(url).pathname : '';
    return this.lent.has(path) ? `http://${this.name}${path}` : undefined;
  }
}
