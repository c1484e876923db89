import type {
  BrowserWindow as ElectronBrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
} from 'electron';
import type { Protocol } from './cdp';
import { guard } from './guard';
import { GuardedEmitter } from './guarded-emitter';
import type { Host } from './host';
import { windowEvents } from './known-events';
import type { OpenWindow } from './open-windows';
import { preventableEvent } from './preventable-event';
import { WebContents } from './web-contents';

type Surface = Pick<
  ElectronBrowserWindow,
  | 'id'
  | 'show'
  | 'hide'
  | 'close'
  | 'destroy'
  | 'focus'
  | 'blur'
  | 'isFocused'
  | 'isVisible'
  | 'isDestroyed'
  | 'minimize'
  | 'isMinimized'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'isFullScreen'
  | 'setFullScreen'
  | 'setSize'
  | 'getSize'
  | 'getBounds'
  | 'setBounds'
  | 'setTitle'
  | 'getTitle'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setAutoHideMenuBar'
  | 'setBackgroundColor'
  | 'loadURL'
  | 'loadFile'
  | 'reload'
  | 'showInactive'
  | 'setMinimumSize'
  | 'setContentProtection'
  | 'flashFrame'
  | 'center'
  | 'moveTop'
>;

/** `BrowserWindow`. The state is kept here and passed on to the browser's window, which may lag behind. */
export class BrowserWindow extends GuardedEmitter implements Surface, OpenWindow {
  readonly id: number;
  readonly webContents: WebContents;
  private readonly options: BrowserWindowConstructorOptions;
  private readonly host: Host;
  private bounds: Rectangle;
  private title: string;
  private visible: boolean;
  private readonly isHelper: boolean;
  private focused = false;
  private state: 'normal' | 'minimized' | 'maximized' | 'fullscreen' = 'normal';
  private closing = false;
  private destroyed = false;

  constructor(host: Host, id: number, options: BrowserWindowConstructorOptions) {
    super('BrowserWindow', windowEvents);
    host.app.hostBrowser('BrowserWindow');
    const { x, y, width = 800, height = 600, show = true } = options;
    this.host = host;
    this.id = id;
    this.options = options;
    this.bounds = { x: x ?? 0, y: y ?? 0, width, height };
    this.title = options.title ?? host.app.getName();
    this.visible = show;
    this.isHelper = !show && host.windows.list().length > 0;
    this.webContents = new WebContents(host, id, options.webPreferences ?? {}, {
      x,
      y,
      width,
      height,
      show,
      isHelper: this.isHelper,
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
    page.on('resize', (bounds: Rectangle) => {
      this.bounds = bounds;
      this.emit('resize', {});
      this.emit('resized', {});
    });
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

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    if (this.visible) return;
    this.visible = true;
    if (this.isHelper) this.place({ windowState: 'normal' });
    this.emit('show', {});
  }

  /** The browser cannot hide a window; it is only noted. */
  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.loseFocus();
    this.emit('hide', {});
  }

  isVisible(): boolean {
    return this.visible;
  }

  focus(): void {
    this.webContents.focus();
    this.becomeFocused();
  }

  moveTop(): void {
    this.webContents.focus();
  }

  blur(): void {
    this.loseFocus();
  }

  isFocused(): boolean {
    return this.focused;
  }

  private becomeFocused(): void {
    if (this.focused) return;
    for (const other of this.host.windows.list()) other.loseFocus();
    this.focused = true;
    this.emit('focus', {});
  }

  private loseFocus(): void {
    if (!this.focused) return;
    this.focused = false;
    this.emit('blur', {});
  }

  minimize(): void {
    this.change('minimized', 'minimize');
  }

  isMinimized(): boolean {
    return this.state === 'minimized';
  }

  restore(): void {
    if (this.state === 'minimized') this.change('normal', 'restore');
  }

  maximize(): void {
    this.change('maximized', 'maximize');
  }

  unmaximize(): void {
    if (this.state === 'maximized') this.change('normal', 'unmaximize');
  }

  isMaximized(): boolean {
    return this.state === 'maximized';
  }

  setFullScreen(on: boolean): void {
    this.change(on ? 'fullscreen' : 'normal', on ? 'enter-full-screen' : 'leave-full-screen');
  }

  isFullScreen(): boolean {
    return this.state === 'fullscreen';
  }

  private change(windowState: BrowserWindow['state'], event: string): void {
    this.state = windowState;
    this.place({ windowState });
    this.emit(event, {});
  }

  getBounds(): Rectangle {
    return { ...this.bounds };
  }

  getNormalBounds(): Rectangle {
    return this.getBounds();
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    const { x: left, y: top, width, height } = this.bounds;
    this.place({ left, top, width, height });
  }

  getSize(): [number, number] {
    return [this.bounds.width, this.bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  private place(bounds: Protocol.Browser.Bounds): void {
    const { browser } = this.host.app.hostBrowser('BrowserWindow');
    const run = async (): Promise<void> => {
      const { targetId } = await this.webContents.hostPage;
      const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
      await browser.send('Browser.setWindowBounds', { windowId, bounds });
    };
    // A window that has gone meanwhile needs no place.
    run().catch(() => undefined);
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

type Statics = Pick<
  typeof ElectronBrowserWindow,
  'getAllWindows' | 'getFocusedWindow' | 'fromWebContents' | 'fromId'
>;
type StaticsOf<T> = { [K in keyof Statics]: (...args: Parameters<Statics[K]>) => T };

/** The class as the app sees it: `new BrowserWindow(options)` and its four statics. */
export function createBrowserWindowClass(host: Host): object {
  let lastId = 0;
  const statics = {
    getAllWindows: () => host.windows.list(),
    getFocusedWindow: () => host.windows.list().find((window) => window.isFocused()) ?? null,
    fromWebContents: (contents: unknown) =>
      host.windows.list().find((window) => window.webContents === contents) ?? null,
    fromId: (id: number) => host.windows.list().find((window) => window.id === id) ?? null,
  } satisfies StaticsOf<BrowserWindow | BrowserWindow[] | null>;
  class AppBrowserWindow extends BrowserWindow {
    constructor(options: BrowserWindowConstructorOptions = {}) {
      super(host, ++lastId, options);
    }
  }
  return guard('BrowserWindow', Object.assign(AppBrowserWindow, statics));
}
