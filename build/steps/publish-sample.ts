import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningServer } from '../driver/start-server';
import { projectRoot } from './project-root';
import { runProgram } from './run-program';

/** The sample office: the sample itinerary with its checklist, imported once and published to the server. Again: nothing changes. */
export async function publishSample(server: RunningServer): Promise<void> {
  const root = projectRoot();
  const tour = join(root, 'out/sample/tour.json');
  await mkdir(join(root, 'out/sample'), { recursive: true });
  const samples = join(root, 'build/samples');
  if (!existsSync(tour)) {
    await headless([
      'import',
      join(samples, 'itinerary.xlsx'),
      '--out',
      tour,
      '--checklist',
      join(samples, 'checklist.json'),
    ]);
  }
  const { login, password } = server.administrator;
  await headless(['publish', tour, '--server', server.url, '--login', login], { XUNJI_PASSWORD: password });
}

/** Runs one of the built headless commands; throws with what it printed when it fails. Returns what it printed. */
export async function headless(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const program = join(projectRoot(), 'dist/electron/headless.js');
  const { code, output } = await runProgram(process.execPath, [program, ...args], { env });
  if (code !== 0) throw new Error(`xunji ${args.join(' ')}\n${output}`);
  return output;
}
