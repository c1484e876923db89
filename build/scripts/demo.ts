import { runDemo } from '../steps/run-demo';

await runDemo();
