import { openBridgeEnd } from './bridge-end';

/** Runs in the page's own world before its scripts: puts what the preload exposes on `window`, frozen. */
export function startMainWorld(secret: string): void {
  openBridgeEnd(secret, 'page', (key, api) => {
    Object.defineProperty(globalThis, key, {
      value: freezeDeep(api),
      enumerable: true,
      configurable: false,
      writable: false,
    });
  });
}

function freezeDeep(value: unknown): unknown {
  const isPlain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
  if (!isPlain && typeof value !== 'function') return value;
  if (isPlain) Object.values(value as object).forEach(freezeDeep);
  return Object.freeze(value);
}
