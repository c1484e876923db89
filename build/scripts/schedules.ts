import { parseArgs } from 'node:util';
import { runSchedules } from '../../tests/simulation/run-schedules';

/** Simulates schedules, from one seed on, and prints what came of them as one line of JSON: one of the processes of `npm run soak`. */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, schedules: { type: 'string', default: '100' } },
});
const summary = await runSchedules(Number(values.seed), Number(values.schedules));
process.stdout.write(`${JSON.stringify(summary)}\n`);
