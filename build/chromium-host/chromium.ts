import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { writeBrowserPreferences } from './browser-preferences';
import { CdpPipe, type CdpSession } from './cdp';
import type { CommandLine } from './command-line';
import { DataPort } from './data-port';
import { findBrowser } from '../../shared/node/find-browser';

/** Switches that are the host's own business or that Chromium must not see twice. */
const notPassedOn = new Set([
  'inspect',
  'inspect-brk',
  'remote-debugging-port',
  'user-data-dir',
  'no-sandbox',
  'disable-features',
  'lang',
]);

/** A running Chromium. It dies with this process: Chromium ends when its debugging pipe closes. */
export class Chromium {
  readonly browser: CdpSession;
  readonly port: DataPort;
  readonly headed: boolean;
  /** Such as `156.0.8078.79`. */
  version = '';
  private readonly pipe: CdpPipe;
  private readonly child: ChildProcess;
  private readonly path: string;
  private readonly flags: readonly string[];

  private constructor(
    path: string,
    flags: readonly string[],
    headed: boolean,
    debuggingPort: string | undefined,
    port: DataPort,
  ) {
    this.path = path;
    this.port = port;
    this.flags = flags;
    this.headed = headed;
    const debugging = [
      '--remote-debugging-pipe',
      ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    ];
    this.child = spawn(path, [...flags, '--no-startup-window', ...debugging], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: quietEnvironment(),
      // In a group of its own Ctrl-C reaches the app alone, which then closes its windows in order.
      detached: process.platform !== 'win32',
    });
    this.child.on('error', () => undefined);
    relayDevToolsLine(this.child.stderr);
    this.pipe = new CdpPipe(this.child.stdio[3] as Writable, this.child.stdio[4] as Readable);
    this.browser = this.pipe.session();
  }

  /** Starts the browser on `userData` as its profile. Throws when there is no browser or it does not start. */
  static async start(userData: string, commandLine: CommandLine, env = process.env): Promise<Chromium> {
    const path = findBrowser(env, process.platform);
    if (!path)
      throw new Error('No Chromium, Chrome or Edge found. Install one or set XUNJI_BROWSER to its path.');
    writeBrowserPreferences(userData);
    const headed = isHeaded(env);
    const debuggingPort = commandLine.hasSwitch('remote-debugging-port')
      ? commandLine.getSwitchValue('remote-debugging-port') || '0'
      : undefined;
    const port = await DataPort.open();
    const flags = [
      ...browserFlags(userData, commandLine, headed, env),
      // Hermetic: the window reaches nothing but what the app's own protocol handlers answer, and what this process lends it.
      `--host-resolver-rules=${port.resolverRule}, MAP * ~NOTFOUND`,
    ];
    const chromium = new Chromium(path, flags, headed, debuggingPort, port);
    try {
      const { product } = await chromium.browser.send('Browser.getVersion');
      chromium.version = product.replace(/^.*\//, '');
      await chromium.browser.send('Target.setDiscoverTargets', { discover: true });
    } catch {
      const hint = `Try: "${path}" --headless=new --dump-dom about:blank. Where its sandbox cannot work: XUNJI_HOST_NO_SANDBOX=1.`;
      throw new Error(`The browser ended at once (${path}). ${hint}`);
    }
    return chromium;
  }

  /** `clean`: the browser ended by itself and not by a crash or a kill. */
  onExit(listener: (clean: boolean) => void): void {
    const { exitCode, signalCode } = this.child;
    if (exitCode !== null || signalCode !== null) listener(exitCode === 0);
    else this.child.once('exit', (code) => listener(code === 0));
  }

  async attach(targetId: string): Promise<CdpSession> {
    const { sessionId } = await this.browser.send('Target.attachToTarget', { targetId, flatten: true });
    return this.pipe.session(sessionId);
  }

  /**
   * Asks the running browser for one more window without tabs. CDP cannot do that; a second start with `--app`
   * is forwarded to the running process by Chromium's own lock on the profile.
   */
  openAppWindow(url: string): void {
    spawn(this.path, [...this.flags, `--app=${url}`], { stdio: 'ignore', env: quietEnvironment() });
  }

  /** Ends the browser cleanly, so that its profile is flushed; by force after 3 seconds. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.child.kill('SIGKILL'), 3000);
      this.onExit(() => {
        clearTimeout(timer);
        resolve();
      });
      this.browser.send('Browser.close').catch(() => undefined);
    });
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}

function isHeaded(env: NodeJS.ProcessEnv): boolean {
  if (env.XUNJI_HOST_HEADLESS === '1') return false;
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

function browserFlags(
  userData: string,
  commandLine: CommandLine,
  headed: boolean,
  env: NodeJS.ProcessEnv,
): string[] {
  const unsandboxed = process.getuid?.() === 0 || env.XUNJI_HOST_NO_SANDBOX === '1';
  // HttpsUpgrades would rewrite addresses before the mapping; LocalNetworkAccessChecks keep a page from what this process lends it.
  const features = ['Translate', 'MediaRouter', 'HttpsUpgrades', 'LocalNetworkAccessChecks'];
  const alsoDisabled = commandLine.getSwitchValue('disable-features');
  return [
    ...(headed ? ['--test-type'] : ['--headless=new']),
    ...(headed && process.platform === 'linux' && env.DISPLAY ? ['--ozone-platform=x11'] : []),
    ...(unsandboxed ? ['--no-sandbox'] : []),
    `--user-data-dir=${userData}`,
    `--lang=${commandLine.getSwitchValue('lang') || 'zh-CN'}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-gpu',
    '--disable-extensions',
    '--no-first-run',
    // Electron sets its own pages no quota.
    '--unlimited-storage',
    // Edge and an elevated Chrome on Windows would start themselves anew and lose the debugging pipe.
    ...(process.platform === 'win32' ? ['--edge-skip-compat-layer-relaunch', '--do-not-de-elevate'] : []),
    '--no-default-browser-check',
    '--hide-crash-restore-bubble',
    '--autoplay-policy=no-user-gesture-required',
    '--password-store=basic',
    '--use-mock-keychain',
    ...commandLine.toArguments(notPassedOn),
    `--disable-features=${[...features, alsoDisabled].filter(Boolean).join(',')}`,
  ];
}

function quietEnvironment(): NodeJS.ProcessEnv {
  // Without this Chromium prints a screenful of D-Bus errors on machines that have no session bus.
  return process.platform === 'linux'
    ? { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' }
    : process.env;
}

/** Playwright waits for this one line; the rest of Chromium's chatter is dropped unless asked for. */
function relayDevToolsLine(stderr: Readable | null): void {
  let rest = '';
  stderr?.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('DevTools listening') || process.env.XUNJI_HOST_DEBUG)
        process.stderr.write(`${line}\n`);
    }
  });
}
