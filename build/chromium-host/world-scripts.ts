import { source as isolatedWorld } from './worlds/isolated-world?world';
import { source as mainWorld } from './worlds/main-world?world';
import type { WorldSettings } from './worlds/isolated-world';

/** The script for the page's world. A block of its own, so that nothing but the exposed API becomes global. */
export function mainWorldScript(secret: string): string {
  return `(() => {\n${mainWorld}\nhostWorld.startMainWorld(${JSON.stringify(secret)});\n})();`;
}

/** The script for the isolated world, with the app's preload inside as a CommonJS function. */
export function isolatedWorldScript(settings: WorldSettings, preload: string): string {
  const wrapped = `(require, module, exports, process) => {\n${preload}\n}`;
  return `(() => {\n${isolatedWorld}\nhostWorld.startIsolatedWorld(${JSON.stringify(settings)}, ${wrapped});\n})();`;
}
