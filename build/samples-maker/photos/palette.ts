import type { Sky } from './sky';
import type { Vec } from './solid';
import { concrete, loose, plain } from './paints';

/** Colours and surfaces that several scenes share; linear light, not screen values. */
export const white: Vec = [0.72, 0.72, 0.7];
export const paleGrey: Vec = [0.5, 0.51, 0.51];
export const steelGrey: Vec = [0.26, 0.28, 0.3];
export const darkGrey: Vec = [0.08, 0.085, 0.09];
export const blue: Vec = [0.06, 0.17, 0.38];
export const safetyYellow: Vec = [0.72, 0.44, 0.03];
export const orange: Vec = [0.62, 0.18, 0.03];
export const red: Vec = [0.46, 0.05, 0.04];
export const green: Vec = [0.06, 0.24, 0.13];
export const rust: Vec = [0.3, 0.11, 0.05];
export const wood: Vec = [0.42, 0.27, 0.13];

export const asphalt = concrete([0.095, 0.097, 0.1]);
export const yard = concrete([0.27, 0.262, 0.245], 5);
export const grass = loose([0.05, 0.105, 0.025], [0.13, 0.15, 0.05], 4, 0.07);
export const soil = loose([0.27, 0.16, 0.09], [0.17, 0.098, 0.056], 2.2, 0.09);
export const gravel = loose([0.34, 0.32, 0.29], [0.24, 0.225, 0.2], 3, 0.09);
export const leaves = loose([0.025, 0.075, 0.02], [0.075, 0.14, 0.03], 0.9, 0.16);
export const paint = (colour: Vec) => ({ paint: plain(colour, 0.1), gloss: 0.12 });

export const clearSky: Sky = {
  zenith: [0.11, 0.26, 0.58],
  horizon: [0.6, 0.7, 0.8],
  cloud: [0.95, 0.96, 0.98],
  cover: 0.42,
  seed: 3,
};
export const hazySky: Sky = {
  zenith: [0.3, 0.42, 0.58],
  horizon: [0.7, 0.73, 0.75],
  cloud: [0.86, 0.87, 0.88],
  cover: 0.75,
  seed: 11,
};
export const eveningSky: Sky = {
  zenith: [0.14, 0.24, 0.47],
  horizon: [0.88, 0.68, 0.5],
  cloud: [0.98, 0.82, 0.7],
  cover: 0.5,
  seed: 23,
};
