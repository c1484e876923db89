/**
 * Everything the host hands to an app is guarded: reading a name that is not there throws, so that a gap in
 * the host shows itself as an error with a name instead of as `undefined is not a function` somewhere later.
 */

/** Names that Node, the inspector and Playwright's serialiser look up on any object; they must not throw. */
const probedNames = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'prototype',
  '__esModule',
  'default',
  'nodeType',
  'tagName',
  '$$typeof',
  'asymmetricMatch',
  'domain',
  'addEventListener',
]);

export function notInHost(name: string): Error {
  return new Error(`not in the Chromium host: electron.${name}`);
}

/** Wraps `target` so that an unknown property throws `not in the Chromium host: electron.<name>.<property>`. */
export function guard<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'symbol' || key in object || probedNames.has(key)) {
        return Reflect.get(object, key, receiver);
      }
      throw notInHost(`${name}.${key}`);
    },
  });
}

/** Stands for an Electron module that the host lacks: importing it is allowed, any use throws. */
export function absentModule(name: string): unknown {
  const refuse = (detail: string): never => {
    throw notInHost(name + detail);
  };
  return new Proxy(function absent(): void {}, {
    get: (object, key) =>
      typeof key === 'symbol' || probedNames.has(key) ? Reflect.get(object, key) : refuse(`.${key}`),
    apply: () => refuse('()'),
    construct: () => refuse(' (constructor)'),
  });
}
