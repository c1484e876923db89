import { buildApp } from '../steps/build-app';
import { packApp } from '../steps/pack-app';

await buildApp();
process.stdout.write(`${await packApp()}\n`);
