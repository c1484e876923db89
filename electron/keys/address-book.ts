import { z } from 'zod';
import { type DeviceCard, deviceCardSchema } from '../../shared/bundles/device-card';
import type { FileSystem } from '../../shared/node/file-system';
import { readJsonFile, writeJsonFile } from '../files/json-file';

const entrySchema = deviceCardSchema.extend({
  /** No bundle of it is opened any more and none is written for it. */
  revoked: z.boolean().default(false),
});

export type KnownDevice = Readonly<z.infer<typeof entrySchema>>;

/** The laptops that this one exchanges bundles with, as its person or the server made them known. */
export interface AddressBook {
  list(): readonly KnownDevice[];
  find(device: string): KnownDevice | undefined;
  /** Takes a card in; keys that were known under another card of the same laptop are replaced. */
  keep(card: DeviceCard): Promise<void>;
  setRevoked(device: string, revoked: boolean): Promise<void>;
  remove(device: string): Promise<void>;
}

export async function openAddressBook(fileSystem: FileSystem, path: string): Promise<AddressBook> {
  const read = await readJsonFile(fileSystem, path, z.object({ devices: z.array(entrySchema) }));
  let devices: readonly KnownDevice[] = read?.devices ?? [];

  async function write(next: readonly KnownDevice[]): Promise<void> {
    await writeJsonFile(fileSystem, path, { devices: next });
    devices = next;
  }

  return {
    list: () => devices,
    find: (device) => devices.find((one) => one.device === device),
    async keep(card) {
      const before = devices.find((one) => one.device === card.device);
      // A revoked laptop does not come back by handing its card in again.
      const entry = { ...card, revoked: before?.revoked ?? false };
      await write([...devices.filter((one) => one.device !== card.device), entry]);
    },
    setRevoked: (device, revoked) =>
      write(devices.map((one) => (one.device === device ? { ...one, revoked } : one))),
    remove: (device) => write(devices.filter((one) => one.device !== device)),
  };
}
