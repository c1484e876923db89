import { resolve } from 'node:path';

/** What the app was started with, as Electron shows it: `process.argv` after the executable. */
export interface StartArguments {
  /** Absolute path of the app's folder or main file; the working directory when none was named. */
  readonly appPath: string;
  /** `--name=value`; a bare `--name` has the value ''. */
  readonly switches: ReadonlyMap<string, string>;
  /** Modules to load before the app (`-r`), as Playwright asks for. */
  readonly preloads: readonly string[];
  /** Port for Node's inspector, when one was asked for. */
  readonly inspectPort: number | undefined;
}

export function readArguments(args: readonly string[], cwd: string): StartArguments {
  const switches = new Map<string, string>();
  const preloads: string[] = [];
  let appPath: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (arg === '-r' || arg === '--require') preloads.push(args[++i] ?? '');
    else if (match?.[1]) switches.set(match[1], match[2] ?? '');
    else if (!arg.startsWith('-')) appPath ??= arg;
  }
  const inspect = switches.get('inspect');
  return {
    appPath: resolve(cwd, appPath ?? '.'),
    switches,
    preloads,
    inspectPort: inspect === undefined ? undefined : Number(inspect || 9229),
  };
}

/** `app.commandLine`, filled from the real command line. */
export class CommandLine {
  private readonly switches: Map<string, string>;
  private readonly appended: string[] = [];

  constructor(switches: ReadonlyMap<string, string>) {
    this.switches = new Map(switches);
  }

  appendSwitch(name: string, value = ''): void {
    // Chromium reads only the last of several lists: join them, as Playwright and the app may both set one.
    const before = /^(en|dis)able-features$/.test(name) ? this.switches.get(name) : undefined;
    this.switches.set(name, before ? `${before},${value}` : value);
  }

  appendArgument(value: string): void {
    this.appended.push(value);
  }

  hasSwitch(name: string): boolean {
    return this.switches.has(name);
  }

  getSwitchValue(name: string): string {
    return this.switches.get(name) ?? '';
  }

  removeSwitch(name: string): void {
    this.switches.delete(name);
  }

  /** All switches as Chromium wants them. */
  toArguments(except: ReadonlySet<string>): string[] {
    const kept = [...this.switches].filter(([name]) => !except.has(name));
    return [
      ...kept.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
      ...this.appended,
    ];
  }
}
