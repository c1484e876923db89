import { clearSky } from './palette';
import type { Scene } from './scene';

/** A clear day; a scene says only what is different. */
export const outdoors: Omit<Scene, 'eye' | 'lookAt' | 'solids'> = {
  view: 48,
  sky: clearSky,
  sun: [-0.55, 0.72, -0.5],
  sunSize: 0.02,
  sunColour: [1.75, 1.62, 1.42],
  ambient: [0.62, 0.7, 0.82],
  haze: 0.0016,
  exposure: 0.62,
};

/** A workshop under rows of lamps: soft light from above and no sky. */
export const indoors: Omit<Scene, 'eye' | 'lookAt' | 'solids'> = {
  ...outdoors,
  view: 56,
  sun: [0.15, 1, -0.2],
  sunSize: 0.55,
  sunColour: [0.72, 0.72, 0.7],
  ambient: [0.72, 0.74, 0.76],
  haze: 0.0035,
  exposure: 0.66,
};
