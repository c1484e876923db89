import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { PrintToPDFOptions, WebPreferences } from 'electron';
import { toWindowUrl } from './app-protocol';
import type { CdpSession } from './cdp';
import { forwardPageEvents } from './forward-page-events';
import { GuardedEmitter } from './guarded-emitter';
import type { Host } from './host';
import { IpcMain } from './ipc-main';
import { webContentsEvents } from './known-events';
import { createImage, type HostImage } from './native-image';
import { openPage, type OpenPage } from './open-page';
import type { TargetOptions } from './open-target';
import { PageFrames } from './page-frames';
import type { PageIpc } from './page-ipc';
import { toCdpPdfOptions } from './pdf-options';
import { preventableEvent } from './preventable-event';
import type { Session } from './session';
import type { WebContentsSurface } from './surfaces';
import { mayUnload } from './unload-check';
import type { WindowOpenHandler } from './window-open';
import { bindingName, type ToHost } from './worlds/messages';

/** `webContents`: one page of the browser, driven over CDP. */
export class WebContents extends GuardedEmitter implements WebContentsSurface {
  readonly id: number;
  readonly ipc = new IpcMain('webContents.ipc');
  readonly session: Session;
  readonly hostPage: Promise<OpenPage>;
  /** What the page reports about its window: size, focus, first paint, end. */
  readonly hostWindowEvents = new EventEmitter();
  hostTargetId = '';
  hostClose: (waitForBeforeUnload: boolean) => void = () => undefined;
  private readonly host: Host;
  private readonly frames = new PageFrames();
  private openHandler: WindowOpenHandler | undefined;
  /** The address that the app itself asked for: will-navigate is not for those. */
  private asked = '';
  private pending = '';
  private title = '';
  private zoom = 1;
  private loading = false;
  private crashed = false;
  private destroyed = false;

  constructor(host: Host, id: number, preferences: WebPreferences, options: TargetOptions) {
    super('webContents', webContentsEvents);
    this.host = host;
    this.id = id;
    this.session = host.session;
    this.hostPage = openPage(host, preferences, options, {
      contents: this,
      frames: this.frames,
      asked: () => this.asked,
      openHandler: () => this.openHandler,
      follow: (session, ipc, targetId) => {
        this.hostTargetId = targetId;
        this.follow(session, ipc);
      },
      retitled: (title) => this.retitle(title),
      gone: () => this.gone(),
    });
    this.hostPage.catch((error: unknown) => process.stderr.write(`window ${id}: ${String(error)}\n`));
  }

  private follow(session: CdpSession, ipc: PageIpc): void {
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === bindingName) this.heard(JSON.parse(payload) as ToHost, executionContextId, ipc);
    });
    forwardPageEvents(session, this.frames, this);
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return;
      this.pending = '';
      this.crashed = false;
    });
    session.on('Page.domContentEventFired', () => {
      if (this.frames.mainUrl()) this.hostWindowEvents.emit('ready-to-show');
    });
    session.on('Page.loadEventFired', () => {
      this.loading = false;
    });
    session.on('Inspector.targetCrashed', () => {
      const details = { reason: 'crashed', exitCode: 5 };
      this.crashed = true;
      this.emit('render-process-gone', {}, details);
      this.host.app.emit('render-process-gone', {}, this, details);
    });
    // Of a reload or a leaving page; closing is asked about in `hostMayUnload`.
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload') return;
      session.send('Page.handleJavaScriptDialog', { accept: this.unloadAnyway() }).catch(() => undefined);
    });
  }

  private heard(message: ToHost, contextId: number, ipc: PageIpc): void {
    if (message.kind === 'window') {
      this.hostWindowEvents.emit(message.event, message.bounds);
    } else if (message.kind === 'preload-error') {
      process.stderr.write(`Unable to load preload script\n${message.stack}\n`);
      this.emit('preload-error', {}, '', Object.assign(new Error(message.message), { stack: message.stack }));
    } else {
      ipc.receive(message, contextId);
    }
  }

  /** Rejects as in Electron, with `code` and `url`, when the page cannot be loaded. */
  async loadURL(url: string): Promise<void> {
    const { session } = await this.hostPage;
    this.asked = url;
    this.pending = url;
    this.loading = true;
    this.emit('did-start-loading', {});
    await this.applyPermissions(url);
    const finished = new Promise<string>((done) => {
      this.once('did-finish-load', () => done(''));
      this.once('destroyed', () => done('ERR_FAILED'));
    });
    const { errorText, loaderId } = await session.send('Page.navigate', { url: toWindowUrl(url) });
    if (errorText) this.pending = '';
    // Without a loader only the part behind # has changed, and no load follows.
    const code = errorText?.replace('net::', '') ?? (loaderId ? await finished : '');
    if (code) throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, url, errno: -2 });
  }

  loadFile(path: string): Promise<void> {
    return this.loadURL(pathToFileURL(resolve(this.host.app.getAppPath(), path)).href);
  }

  /** Asks the session's permission handlers again, for the page at `url`. */
  async applyPermissions(url = this.getURL()): Promise<void> {
    const windowUrl = toWindowUrl(url);
    if (!URL.canParse(windowUrl)) return;
    const { browser } = this.host.app.hostBrowser('session');
    await this.session.hostPermissions.apply(browser, this, url, new URL(windowUrl).origin);
  }

  send(channel: string, ...args: unknown[]): void {
    void this.hostPage.then(({ ipc }) => ipc.send(channel, args));
  }

  /** As in Electron, the address that is being loaded counts already. */
  getURL(): string {
    return this.pending || this.frames.mainUrl();
  }

  getTitle(): string {
    return this.title;
  }

  get mainFrame(): unknown {
    const id = this.frames.mainFrameId();
    return id === undefined ? undefined : this.frames.describe(id);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  isLoading(): boolean {
    return this.loading;
  }

  reload(): void {
    this.command((session) => session.send('Page.reload', {}));
  }

  reloadIgnoringCache(): void {
    this.command((session) => session.send('Page.reload', { ignoreCache: true }));
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler;
  }

  /** Developer tools belong to the browser here; there is nothing to open in a window without a menu. */
  openDevTools(): void {}

  closeDevTools(): void {}

  isDevToolsOpened(): boolean {
    return false;
  }

  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }

  getZoomFactor(): number {
    return this.zoom;
  }

  setZoomFactor(factor: number): void {
    this.zoom = factor;
    void this.hostPage.then(({ look }) => look.setZoom(factor));
  }

  focus(): void {
    this.command((session) => session.send('Page.bringToFront'));
  }

  forcefullyCrashRenderer(): void {
    this.command((session) => session.send('Page.crash'));
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { session } = await this.hostPage;
    const evaluation = { expression: code, awaitPromise: true, returnByValue: true, userGesture };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', evaluation);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { session } = await this.hostPage;
    const { data } = await session.send('Page.printToPDF', toCdpPdfOptions(options));
    return Buffer.from(data, 'base64');
  }

  async capturePage(): Promise<HostImage> {
    const { session } = await this.hostPage;
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
    return createImage(Buffer.from(data, 'base64'));
  }

  close(options?: { readonly waitForBeforeUnload: boolean }): void {
    this.hostClose(options?.waitForBeforeUnload === true);
  }

  /** Runs the page's beforeunload as Electron does: a page that objects stays, unless the app overrules it. */
  async hostMayUnload(): Promise<boolean> {
    if (this.crashed) return true;
    const { session } = await this.hostPage;
    return (await mayUnload(session)) || this.unloadAnyway();
  }

  private unloadAnyway(): boolean {
    const event = preventableEvent({});
    this.emit('will-prevent-unload', event);
    return event.defaultPrevented;
  }

  private retitle(title: string): void {
    if (title === this.title) return;
    this.title = title;
    this.emit('page-title-updated', preventableEvent({}), title, true);
  }

  /** Runs a command whose failure only means that the page has gone meanwhile. */
  private command(run: (session: CdpSession) => Promise<unknown>): void {
    this.hostPage.then(({ session }) => run(session)).catch(() => undefined);
  }

  private gone(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('destroyed');
    this.hostWindowEvents.emit('gone');
  }
}
