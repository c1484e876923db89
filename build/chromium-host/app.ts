import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { defaultPath } from './app-paths';
import { Chromium } from './chromium';
import { CommandLine, type StartArguments } from './command-line';
import { guard } from './guard';
import { GuardedEmitter } from './guarded-emitter';
import { appEvents } from './known-events';
import type { OpenWindow, OpenWindows } from './open-windows';
import { preventableEvent } from './preventable-event';
import type { AppSurface } from './surfaces';
import { SingleInstanceLock, type SecondInstance } from './single-instance';

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
  readonly type?: string;
}

/** `electron.app`: the app's name, places and life cycle. */
export class App extends GuardedEmitter implements AppSurface {
  readonly commandLine: CommandLine;
  readonly isPackaged: boolean;
  readonly mainFile: string;
  readonly mainIsModule: boolean;
  private readonly manifest: Manifest;
  private readonly appPath: string;
  private readonly paths = new Map<string, string>();
  private readonly windows: OpenWindows<OpenWindow>;
  private readonly lock = new SingleInstanceLock();
  private readonly ready: Promise<void>;
  private markReady: () => void = () => undefined;
  private givenName: string | undefined;
  private browser: Chromium | undefined;
  private phase: 'starting' | 'running' | 'quitting' | 'exiting' = 'starting';

  constructor(start: StartArguments, windows: OpenWindows<OpenWindow>) {
    super('app', appEvents);
    const isFolder = statSync(start.appPath).isDirectory();
    this.appPath = start.appPath;
    this.manifest = isFolder ? readManifest(start.appPath) : {};
    this.mainFile = isFolder ? join(start.appPath, this.manifest.main ?? 'index.js') : start.appPath;
    this.mainIsModule = this.mainFile.endsWith('.mjs') || this.manifest.type === 'module';
    this.isPackaged = false;
    this.commandLine = guard('app.commandLine', new CommandLine(start.switches));
    this.windows = windows;
    const profile = start.switches.get('user-data-dir');
    if (profile) this.paths.set('userData', profile);
    this.ready = new Promise((resolve) => (this.markReady = resolve));
    windows.onLastClosed = () => {
      if (this.phase !== 'running') return;
      if (!this.emit('window-all-closed')) this.quit();
    };
  }

  /** Called once the app's main file has run: only then are its paths and switches known. */
  async hostStart(): Promise<void> {
    const browser = await Chromium.start(this.getPath('userData'), this.commandLine);
    this.browser = browser;
    Object.assign(process.versions, { chrome: browser.version });
    browser.onExit((clean) => {
      if (this.phase === 'exiting') return;
      if (this.phase === 'running' && !clean) process.exit(1);
      for (const window of this.windows.list()) window.hostEnded();
      this.quit();
    });
    process.on('exit', () => browser.kill());
    if (this.phase === 'starting') this.phase = 'running';
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.markReady();
  }

  /** The running browser; throws before `ready`, as Electron does for windows and sessions. */
  hostBrowser(subject: string): Chromium {
    if (!this.browser) throw new Error(`${subject} cannot be used before the app is ready`);
    return this.browser;
  }

  hostIsStarted(): boolean {
    return this.browser !== undefined;
  }

  isReady(): boolean {
    return this.browser !== undefined;
  }

  whenReady(): Promise<void> {
    return this.ready;
  }

  quit(): void {
    if (this.phase === 'quitting' || this.phase === 'exiting') return;
    const before = this.phase;
    this.phase = 'quitting';
    void this.tryQuit().then((quit) => {
      if (!quit && this.phase === 'quitting') this.phase = before;
    });
  }

  exit(exitCode = 0): void {
    if (this.phase === 'exiting') return;
    this.phase = 'exiting';
    this.emit('quit', {}, exitCode);
    const closed = this.browser?.close() ?? Promise.resolve();
    void closed.then(() => process.exit(exitCode));
  }

  private async tryQuit(): Promise<boolean> {
    const before = preventableEvent({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return false;
    for (const window of this.windows.list()) {
      if (!(await window.requestClose())) return false;
    }
    const will = preventableEvent({});
    this.emit('will-quit', will);
    if (will.defaultPrevented) return false;
    this.exit(0);
    return true;
  }

  getPath(kind: string): string {
    return defaultPath(kind, this.getName(), this.paths);
  }

  setPath(kind: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    this.paths.set(kind, path);
  }

  setAppLogsPath(path?: string): void {
    this.paths.set('logs', path ?? this.getPath('logs'));
  }

  getAppPath(): string {
    return this.appPath;
  }

  get name(): string {
    return this.getName();
  }

  set name(name: string) {
    this.givenName = name;
  }

  getName(): string {
    return this.givenName ?? this.manifest.productName ?? this.manifest.name ?? 'Electron';
  }

  setName(name: string): void {
    this.givenName = name;
  }

  getVersion(): string {
    return this.manifest.version ?? '0.0.0';
  }

  getLocale(): string {
    return this.commandLine.getSwitchValue('lang') || 'zh-CN';
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const self: SecondInstance = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    return this.lock.request(this.getPath('userData'), self, (other) =>
      this.emit('second-instance', {}, other.argv, other.workingDirectory, other.additionalData),
    );
  }

  hasSingleInstanceLock(): boolean {
    return this.lock.held();
  }

  releaseSingleInstanceLock(): void {
    this.lock.release();
  }

  /** The host always isolates and sandboxes as far as its browser does; these only have to be accepted. */
  enableSandbox(): void {}

  setAppUserModelId(): void {}

  disableHardwareAcceleration(): void {}

  focus(): void {}
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
