import { hostname } from 'node:os';
import { z } from 'zod';
import { idSchema } from '../shared/ids/id';
import { makeDirectoryDurably } from '../shared/node/durable-file';
import type { FileSystem } from '../shared/node/file-system';
import { type Settings, settingsSchema } from '../shared/protocol/bridge';
import type { DataPaths } from './data-paths';
import { readJsonFile, writeJsonFile } from './files/json-file';

const deviceSchema = z.object({ device: idSchema, computer: z.string() });

export interface Device {
  readonly id: string;
  settings(): Settings;
  keepSettings(next: Settings): Promise<void>;
}

/** Who this laptop is. A data folder copied to another computer becomes another device: two laptops from one image must not share an id. */
export async function openDevice(
  fileSystem: FileSystem,
  paths: DataPaths,
  newId: () => string,
): Promise<Device> {
  await makeDirectoryDurably(fileSystem, paths.root);
  const computer = hostname();
  let known = await readJsonFile(fileSystem, paths.device, deviceSchema);
  if (known?.computer !== computer) {
    known = { device: newId(), computer };
    await writeJsonFile(fileSystem, paths.device, known);
  }
  let settings = (await readJsonFile(fileSystem, paths.settings, settingsSchema)) ?? settingsSchema.parse({});
  return {
    id: known.device,
    settings: () => settings,
    async keepSettings(next) {
      await writeJsonFile(fileSystem, paths.settings, next);
      settings = next;
    },
  };
}
