import { runPackage } from './run-program';
import { type StageResult, oneCheck } from './stage-result';

/** A tsconfig for each zone: a folder that reaches for what it may not know does not compile. */
const zones = ['shared', 'shared/node', 'electron', 'renderer', 'server', 'build', 'bench', 'tests'];

export interface Stage {
  readonly name: string;
  /** Alone: nothing runs beside it. Behind: beside all others, on what processor time they leave. */
  readonly place?: 'alone' | 'behind';
  run(): Promise<StageResult>;
}

/** Types, lint, format, dead code: seconds, no browser. */
export const staticChecks: readonly Stage[] = [
  ...zones.map((zone) => ({
    name: `types ${zone}`,
    run: () => check(`types ${zone}`, 'typescript/bin/tsc', ['--noEmit', '-p', zone]),
  })),
  { name: 'lint', run: () => check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '.']) },
  { name: 'format', run: () => check('format', 'oxfmt/bin/oxfmt', ['--check', '.']) },
  { name: 'dead code', run: () => check('dead code', 'knip/bin/knip.js', ['--no-progress']) },
];

async function check(name: string, script: string, args: readonly string[]): Promise<StageResult> {
  const { code, output } = await runPackage(script, args);
  return oneCheck(name, code, output);
}
