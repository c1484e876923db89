import type { HeifDecoder } from 'libheif-js/wasm-bundle';

const pixelLimit = 120_000_000;
/** One for all files: the library gives the memory of a file back when the next one comes. */
let decoder: HeifDecoder | null = null;

/** The main picture of a HEIC file, upright, as the library gives it. Loaded only when such a file comes: it is large. */
export async function decodeHeic(bytes: Uint8Array): Promise<ImageData> {
  const { default: libheif } = await import('libheif-js/wasm-bundle');
  decoder ??= new libheif.HeifDecoder();
  const images = decoder.decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) throw new Error('no picture in the HEIC file');
  try {
    const width = image.get_width();
    const height = image.get_height();
    if (width * height > pixelLimit) throw new Error('the HEIC picture is too large');
    const pixels = new ImageData(width, height);
    const shown = await new Promise<unknown>((resolve) => image.display(pixels, resolve));
    if (!shown) throw new Error('the HEIC picture cannot be read');
    return pixels;
  } finally {
    for (const one of images) one.free();
  }
}
