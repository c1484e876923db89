/**
 * One end of the context bridge. The page's world and the preload's world share the document but no objects, so
 * they talk by synchronous events on it, named by a secret that page scripts never see. Chromium copies an
 * event's `detail` from world to world by structured clone; functions and promises travel as numbers.
 */
export interface BridgeEnd {
  expose(key: string, api: unknown): void;
}

type Wire =
  | { readonly kind: 'function' | 'promise'; readonly id: number }
  | { readonly kind: 'list'; readonly items: readonly Wire[] }
  | { readonly kind: 'record'; readonly entries: readonly (readonly [string, Wire])[] }
  | { readonly kind: 'value'; readonly value: unknown };

type Signal =
  | { readonly kind: 'expose'; readonly key: string; readonly api: Wire }
  | { readonly kind: 'call'; readonly id: number; readonly args: readonly Wire[] }
  | { readonly kind: 'returned'; readonly result: Wire }
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'resolved'; readonly id: number; readonly value: Wire }
  | { readonly kind: 'rejected'; readonly id: number; readonly message: string };

interface Settle {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** `side` tells the two ends apart; `onExpose` receives what the other end exposes. */
export function openBridgeEnd(
  secret: string,
  side: 'page' | 'preload',
  onExpose: (key: string, api: unknown) => void,
): BridgeEnd {
  const other = side === 'page' ? 'preload' : 'page';
  const doc = document;
  // Kept from before any page script runs: a page that replaces these must not see the secret.
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const { apply } = Reflect;
  const Envelope = CustomEvent;
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, Settle>();
  let lastId = 0;
  let answer: Signal | undefined;

  const tell = (signal: Signal): void => {
    apply(dispatchEvent, doc, [new Envelope(secret + other, { detail: signal })]);
  };

  const pack = (value: unknown): Wire => {
    if (typeof value === 'function') {
      functions.set(++lastId, value as (...args: unknown[]) => unknown);
      return { kind: 'function', id: lastId };
    }
    if (value instanceof Promise) {
      const id = ++lastId;
      value.then(
        (result) => tell({ kind: 'resolved', id, value: pack(result) }),
        (error: unknown) => tell({ kind: 'rejected', id, message: messageOf(error) }),
      );
      return { kind: 'promise', id };
    }
    if (Array.isArray(value)) return { kind: 'list', items: value.map(pack) };
    if (Object.prototype.toString.call(value) === '[object Object]') {
      return {
        kind: 'record',
        entries: Object.entries(value as object).map(([key, part]) => [key, pack(part)]),
      };
    }
    return { kind: 'value', value };
  };

  const unpack = (wire: Wire): unknown => {
    switch (wire.kind) {
      case 'function':
        return (...args: unknown[]) => call(wire.id, args);
      case 'promise':
        return new Promise((resolve, reject) => promises.set(wire.id, { resolve, reject }));
      case 'list':
        return wire.items.map(unpack);
      case 'record':
        return Object.fromEntries(wire.entries.map(([key, part]) => [key, unpack(part)]));
      case 'value':
        return wire.value;
    }
  };

  const call = (id: number, args: readonly unknown[]): unknown => {
    answer = undefined;
    tell({ kind: 'call', id, args: args.map(pack) });
    // The other end has answered before dispatchEvent returned; unset means that it is gone.
    const got = answer as Signal | undefined;
    answer = undefined;
    if (got?.kind === 'threw') throw new Error(got.message);
    return got?.kind === 'returned' ? unpack(got.result) : undefined;
  };

  const run = (id: number, args: readonly Wire[]): Signal => {
    try {
      return { kind: 'returned', result: pack(functions.get(id)?.(...args.map(unpack))) };
    } catch (error) {
      return { kind: 'threw', message: messageOf(error) };
    }
  };

  const receive = (signal: Signal): void => {
    switch (signal.kind) {
      case 'expose':
        return onExpose(signal.key, unpack(signal.api));
      case 'call':
        return tell(run(signal.id, signal.args));
      case 'returned':
      case 'threw':
        answer = signal;
        return;
      case 'resolved':
        promises.get(signal.id)?.resolve(unpack(signal.value));
        promises.delete(signal.id);
        return;
      case 'rejected':
        promises.get(signal.id)?.reject(new Error(signal.message));
        promises.delete(signal.id);
    }
  };

  apply(addEventListener, doc, [secret + side, (event: CustomEvent<Signal>) => receive(event.detail)]);
  return { expose: (key, api) => tell({ kind: 'expose', key, api: pack(api) }) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
