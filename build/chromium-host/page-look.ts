import type { CdpSession } from './cdp';
import type { NativeTheme } from './native-theme';

/** Colour scheme and zoom of one page; both are lost with the document and are set again on each. */
export class PageLook {
  zoom = 1;
  private readonly page: CdpSession;
  private readonly nativeTheme: NativeTheme;
  private themed = false;

  constructor(page: CdpSession, nativeTheme: NativeTheme) {
    this.page = page;
    this.nativeTheme = nativeTheme;
    nativeTheme.on('updated', this.applyTheme);
    page.on('Page.domContentEventFired', () => {
      this.applyTheme();
      if (this.zoom !== 1) this.setZoom(this.zoom);
    });
  }

  setZoom(factor: number): void {
    this.zoom = factor;
    const expression = `document.documentElement.style.zoom = ${factor}`;
    this.page.send('Runtime.evaluate', { expression }).catch(() => undefined);
  }

  dispose(): void {
    this.nativeTheme.off('updated', this.applyTheme);
  }

  private readonly applyTheme = (): void => {
    const { themeSource } = this.nativeTheme;
    // Playwright sets its own scheme in the same place: say nothing as long as the app says nothing.
    if (themeSource === 'system' && !this.themed) return;
    this.themed = true;
    const value = themeSource === 'system' ? '' : themeSource;
    const features = [{ name: 'prefers-color-scheme', value }];
    this.page.send('Emulation.setEmulatedMedia', { features }).catch(() => undefined);
  };
}
