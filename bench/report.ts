import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../build/steps/project-root';
import { runProgram } from '../build/steps/run-program';

/** What has to hold now, and what is aimed at; `better` says in which direction. */
export interface Target {
  readonly better: 'higher' | 'lower';
  readonly floor: number;
  readonly goal: number;
}

export interface Row {
  readonly name: string;
  /** Of `ours`, `peer` and `limit`. */
  readonly unit: string;
  readonly ours: number;
  /** What another program needs for the same; null where there is none to compare with. */
  readonly peer: number | null;
  /** What the machine itself needs for it; null where that was not measured. */
  readonly limit: number | null;
  /** The result: of ours to the peer's or the limit's, in the direction that the row's name says. */
  readonly ratio: number;
  readonly target: Target;
  readonly met: { readonly floor: boolean; readonly goal: boolean };
}

export type Measured = Omit<Row, 'met'>;

/** Writes out/bench.json and out/bench.md, and shows the table. */
export async function writeReport(measured: readonly Measured[]): Promise<void> {
  const rows = measured.map(judged);
  const commit = (await runProgram('git', ['rev-parse', '--short', 'HEAD'])).output.trim();
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}`;
  const out = join(projectRoot(), 'out');
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'bench.json'), `${JSON.stringify({ machine, commit, rows }, null, 2)}\n`);
  const table = tableOf(rows);
  await writeFile(join(out, 'bench.md'), `# Measured on ${machine}, commit ${commit}\n\n${table}\n`);
  process.stdout.write(`\n${table}\n\n${join(out, 'bench.md')}\n`);
}

function judged(row: Measured): Row {
  const { better, floor, goal } = row.target;
  const holds = (bound: number) => (better === 'higher' ? row.ratio >= bound : row.ratio <= bound);
  return { ...row, ratio: rounded(row.ratio), met: { floor: holds(floor), goal: holds(goal) } };
}

function tableOf(rows: readonly Row[]): string {
  return [
    '| what | unit | ours | peer | limit | ratio | floor | goal | met |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map(({ name, unit, ours, peer, limit, ratio, target, met }) => {
      const sign = target.better === 'higher' ? '≥' : '≤';
      const judgement = met.goal ? 'goal' : met.floor ? 'floor' : '**no**';
      return `| ${name} | ${unit} | ${shown(ours)} | ${shown(peer)} | ${shown(limit)} | **${ratio}** | ${sign} ${target.floor} | ${sign} ${target.goal} | ${judgement} |`;
    }),
  ].join('\n');
}

function shown(value: number | null): string {
  return value === null ? '–' : String(rounded(value));
}

/** Three figures are more than a shared machine can repeat. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
