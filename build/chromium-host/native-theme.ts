import type { NativeTheme as ElectronNativeTheme } from 'electron';
import { GuardedEmitter } from './guarded-emitter';

type Source = ElectronNativeTheme['themeSource'];
type Surface = Pick<
  ElectronNativeTheme,
  'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors' | 'shouldUseInvertedColorScheme'
>;

/** `electron.nativeTheme`. Windows listen to `updated` and set `prefers-color-scheme` in their pages. */
export class NativeTheme extends GuardedEmitter implements Surface {
  /** What the system wants is not known to the host: these say no. */
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  private source: Source = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
    // Every open page listens.
    this.setMaxListeners(0);
  }

  get themeSource(): Source {
    return this.source;
  }

  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Invalid themeSource ${source}`);
    if (source === this.source) return;
    this.source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }
}
