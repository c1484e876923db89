import type { Sky } from './sky';
import type { Solid, Vec } from './solid';

/** Everything that a picture shows, in metres. */
export interface Scene {
  readonly eye: Vec;
  readonly lookAt: Vec;
  /** Vertical field of view in degrees; a telephone has about 50. */
  readonly view: number;
  readonly solids: readonly Solid[];
  readonly sky: Sky;
  /** Where the light comes from, and how wide it is: 0.01 is the sun, 0.5 a bright ceiling. */
  readonly sun: Vec;
  readonly sunSize: number;
  readonly sunColour: Vec;
  /** Light that falls from everywhere. */
  readonly ambient: Vec;
  /** Haze per metre. */
  readonly haze: number;
  readonly exposure: number;
}
