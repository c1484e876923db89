import { takeScreens } from '../steps/take-screens';

await takeScreens();
