import { guard } from './guard';

/** The little of Electron's NativeImage that a captured page needs. */
export interface HostImage {
  toPNG(): Buffer;
  toDataURL(): string;
  isEmpty(): boolean;
  getSize(): { readonly width: number; readonly height: number };
}

export function createImage(png: Buffer): HostImage {
  return guard('NativeImage', {
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    isEmpty: () => png.length === 0,
    // Width and height stand at fixed places in a PNG's first chunk.
    getSize: () =>
      png.length < 24
        ? { width: 0, height: 0 }
        : { width: png.readUInt32BE(16), height: png.readUInt32BE(20) },
  });
}
