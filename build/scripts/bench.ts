import { runBench } from '../../bench/run-bench';

await runBench(process.argv.slice(2));
