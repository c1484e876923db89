import Module from 'node:module';
import { guard } from './guard';

const names = new Set(['electron', 'electron/main', 'electron/common']);

const door = '_load';
type Load = (request: string, ...rest: unknown[]) => unknown;

/** Makes `require('electron')` and `import ... from 'electron'` of this process give the stand-in. */
export function serveElectron(electron: Readonly<Record<string, unknown>>): void {
  const guarded = guard('electron', electron as Record<string, unknown>);
  // Node's one door for CommonJS; there is no public hook for it in Node 20.
  const loader = Module as unknown as Record<typeof door, Load>;
  const load = loader[door];
  loader[door] = function loadElectron(this: unknown, request, ...rest) {
    return names.has(request) ? guarded : load.call(this, request, ...rest);
  };
  // ES imports are bound by name before anything runs, so they need a module that lists the names.
  const key = '__chromiumHostElectron';
  Object.defineProperty(globalThis, key, { value: guarded });
  const lines = Object.keys(electron).map((name) => `export const ${name} = electron.${name};`);
  const shim = [`const electron = globalThis.${key};`, 'export default electron;', ...lines].join('\n');
  const shimUrl = JSON.stringify(`data:text/javascript,${encodeURIComponent(shim)}`);
  const hook = `const names = new Set(${JSON.stringify([...names])});
    export const resolve = (name, context, next) =>
      names.has(name) ? { url: ${shimUrl}, shortCircuit: true } : next(name, context);`;
  Module.register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
