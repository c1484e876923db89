import { encode } from 'jpeg-js';
import { seededRandom, type Random } from '../seeded-random';
import { blockedLane } from './blocked-lane';
import { develop } from './develop';
import { earthwork } from './earthwork';
import { withExifTime } from './exif';
import { gantryYard } from './gantry-yard';
import { openPlot } from './open-plot';
import { pipeYard } from './pipe-yard';
import { plantGate } from './plant-gate';
import { render } from './render';
import type { Scene } from './scene';
import { solarArray } from './solar-array';
import { steelFrame } from './steel-frame';
import { storageCabinets } from './storage-cabinets';
import { tankFarm } from './tank-farm';
import { warehouseRacks } from './warehouse-racks';
import { workshop } from './workshop';

export interface SamplePhoto {
  readonly name: string;
  /** Draws the photograph: a JPEG of 1600 × 1200 with the time it was taken. Takes some seconds. */
  readonly make: (seed: number) => Uint8Array;
}

const width = 1600;
const height = 1200;
const quality = 80;
/** A little: grain is what makes a JPEG big. */
const grain = 0.012;

/** The twelve photographs that build/samples/visits.json names. */
export const samplePhotos: readonly SamplePhoto[] = [
  photo('01-plant-gate.jpg', '09:03:10', plantGate),
  photo('02-steel-frame.jpg', '08:41:37', steelFrame),
  photo('03-pipe-yard.jpg', '10:44:05', pipeYard),
  photo('04-workshop.jpg', '09:06:22', workshop),
  photo('05-solar-array.jpg', '15:47:51', solarArray),
  photo('06-tank-farm.jpg', '16:12:44', tankFarm),
  photo('07-gantry-yard.jpg', '10:49:18', gantryYard),
  photo('08-storage-cabinets.jpg', '09:50:33', storageCabinets),
  photo('09-earthwork.jpg', '14:04:29', earthwork),
  photo('10-warehouse-racks.jpg', '10:46:12', warehouseRacks),
  photo('11-open-plot.jpg', '17:16:56', openPlot),
  photo('12-blocked-lane.jpg', '10:21:40', blockedLane),
];

function photo(name: string, time: string, scene: (random: Random) => Scene): SamplePhoto {
  return {
    name,
    make(seed) {
      const picture = render(scene(seededRandom(seed)), width, height);
      const { data } = encode({ width, height, data: develop(picture, grain, seed) }, quality);
      return withExifTime(data, `2026:11:20 ${time}`);
    },
  };
}
