import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../node_modules/playwright-core/types/protocol';

export type { Protocol };
type Method = keyof Protocol.CommandParameters & keyof Protocol.CommandReturnValues;
type EventName = keyof Protocol.Events;
type Send = <M extends Method>(
  method: M,
  params?: Protocol.CommandParameters[M],
) => Promise<Protocol.CommandReturnValues[M]>;
type On = <E extends EventName>(event: E, listener: (params: Protocol.Events[E]) => void) => void;

/** One conversation with the browser or with one page. `send` rejects when the page or the browser is gone. */
export interface CdpSession {
  readonly send: Send;
  readonly on: On;
  readonly off: On;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Speaks the DevTools protocol over the two pipes of `--remote-debugging-pipe`: JSON texts ended by a zero. */
export class CdpPipe {
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, Set<(params: never) => void>>();
  private readonly toBrowser: Writable;
  private pieces: Buffer[] = [];
  private lastId = 0;
  private closed = false;

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    this.toBrowser = toBrowser;
    fromBrowser.on('data', (data: Buffer) => this.receive(data));
    fromBrowser.on('close', () => this.close());
    // A write to a browser that has just gone is answered by the close of the other pipe.
    toBrowser.on('error', () => this.close());
  }

  /** Without an id: the browser itself. */
  session(sessionId?: string): CdpSession {
    const key = (event: string): string => `${sessionId ?? ''}:${event}`;
    return {
      send: (method, params) => this.send(method, params, sessionId) as Promise<never>,
      on: (event, listener) => {
        const known = this.listeners.get(key(event)) ?? new Set();
        this.listeners.set(key(event), known.add(listener));
      },
      off: (event, listener) => void this.listeners.get(key(event))?.delete(listener),
    };
  }

  private send(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    if (this.closed) return Promise.reject(new Error(`${method}: the browser is closed`));
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { method, resolve, reject });
      this.toBrowser.write(JSON.stringify({ id, method, params: params ?? {}, sessionId }) + '\0');
    });
  }

  private receive(data: Buffer): void {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      this.pieces.push(rest.subarray(0, end));
      const text = Buffer.concat(this.pieces).toString();
      this.pieces = [];
      rest = rest.subarray(end + 1);
      this.dispatch(JSON.parse(text) as Message);
    }
    if (rest.length > 0) this.pieces.push(rest);
  }

  private dispatch(message: Message): void {
    if (message.id === undefined) {
      const key = `${message.sessionId ?? ''}:${message.method ?? ''}`;
      // A Set goes on to what is added meanwhile and skips what is removed, which is what a listener expects.
      for (const listener of this.listeners.get(key) ?? []) listener(message.params as never);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result);
  }

  private close(): void {
    this.closed = true;
    for (const { method, reject } of this.waiting.values()) {
      reject(new Error(`${method}: the browser is closed`));
    }
    this.waiting.clear();
  }
}
