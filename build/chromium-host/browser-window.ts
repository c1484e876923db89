import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { Protocol } from './cdp';
import type { Host } from './host';
import type { OpenWindow } from './open-windows';
import { PlacedWindow } from './placed-window';
import { preventableEvent } from './preventable-event';
import type { BrowserWindowSurface } from './surfaces';
import { WebContents } from './web-contents';

/** `BrowserWindow`. */
export class BrowserWindow extends PlacedWindow implements BrowserWindowSurface, OpenWindow {
  readonly id: number;
  readonly webContents: WebContents;
  private readonly options: BrowserWindowConstructorOptions;
  private readonly host: Host;
  private title: string;
  private closing = false;
  private destroyed = false;

  constructor(host: Host, id: number, options: BrowserWindowConstructorOptions) {
    const { x, y, width = 800, height = 600, show = true } = options;
    const isHelper = !show && host.windows.list().length > 0;
    super({ bounds: { x: x ?? 0, y: y ?? 0, width, height }, visible: show, isHelper });
    host.app.hostBrowser('BrowserWindow');
    this.host = host;
    this.id = id;
    this.options = options;
    this.title = options.title ?? host.app.getName();
    this.webContents = new WebContents(host, id, options.webPreferences ?? {}, {
      x,
      y,
      width,
      height,
      show,
      isHelper,
    });
    this.follow();
    host.windows.add(this);
    host.app.emit('web-contents-created', {}, this.webContents);
    host.app.emit('browser-window-created', {}, this);
    if (show) this.becomeFocused();
  }

  /** The options as the app gave them, for tests: isolation and sandbox are asserted on these. */
  get __hostOptions(): BrowserWindowConstructorOptions {
    return this.options;
  }

  private follow(): void {
    const page = this.webContents.hostWindowEvents;
    page.once('ready-to-show', () => this.emit('ready-to-show', {}));
    page.on('focus', () => this.becomeFocused());
    page.on('blur', () => this.loseFocus());
    page.on('resize', (bounds: Rectangle) => this.moved(bounds));
    page.once('gone', () => this.hostEnded());
    this.webContents.hostClose = (waitForBeforeUnload) => {
      if (waitForBeforeUnload) this.close();
      else this.destroy();
    };
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  loadFile(path: string): Promise<void> {
    return this.webContents.loadFile(path);
  }

  reload(): void {
    this.webContents.reload();
  }

  close(): void {
    void this.requestClose();
  }

  async requestClose(): Promise<boolean> {
    if (this.destroyed) return true;
    const event = preventableEvent({});
    this.emit('close', event);
    if (event.defaultPrevented) return this.destroyed;
    if (!(await this.webContents.hostMayUnload())) return false;
    if (this.destroyed) return true;
    const closed = new Promise<void>((resolve) => this.once('closed', () => resolve()));
    this.destroy();
    await closed;
    return true;
  }

  destroy(): void {
    this.closing = true;
    const { browser } = this.host.app.hostBrowser('BrowserWindow');
    this.webContents.hostPage
      .then(({ targetId }) => browser.send('Target.closeTarget', { targetId }))
      .catch(() => this.hostEnded());
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  hostEnded(): void {
    if (this.destroyed) return;
    // Closed by its own button: too late to prevent, but the app still hears of it.
    if (!this.closing) this.emit('close', preventableEvent({}));
    this.destroyed = true;
    this.emit('closed', {});
    this.host.windows.remove(this);
  }

  protected place(bounds: Protocol.Browser.Bounds): void {
    const { browser } = this.host.app.hostBrowser('BrowserWindow');
    const run = async (): Promise<void> => {
      const { targetId } = await this.webContents.hostPage;
      const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
      await browser.send('Browser.setWindowBounds', { windowId, bounds });
    };
    // A window that has gone meanwhile needs no place.
    run().catch(() => undefined);
  }

  protected raise(): void {
    this.webContents.focus();
  }

  protected others(): PlacedWindow[] {
    return this.host.windows.list();
  }

  getTitle(): string {
    return this.webContents.getTitle() || this.title;
  }

  setTitle(title: string): void {
    this.title = title;
  }

  /** What follows has no counterpart in a browser's window; the app is let believe. */
  setMenu(): void {}

  removeMenu(): void {}

  setMenuBarVisibility(): void {}

  setAutoHideMenuBar(): void {}

  setBackgroundColor(): void {}

  setMinimumSize(): void {}

  setContentProtection(): void {}

  flashFrame(): void {}

  center(): void {}
}
