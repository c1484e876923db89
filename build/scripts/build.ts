import { buildApp } from '../steps/build-app';

await buildApp();
