/** The first picture of a HEIC file, upright, as the library gives it. Loaded only when such a file comes: it is large. */
export async function decodeHeic(bytes: Uint8Array): Promise<ImageData> {
  const { default: libheif } = await import('libheif-js/wasm-bundle');
  const [image] = new libheif.HeifDecoder().decode(bytes);
  if (!image) throw new Error('no picture in the HEIC file');
  const width = image.get_width();
  const height = image.get_height();
  if (width * height > 120_000_000) throw new Error('the HEIC picture is too large');
  const pixels = new ImageData(width, height);
  const shown = await new Promise<unknown>((resolve) => image.display(pixels, resolve));
  if (!shown) throw new Error('the HEIC picture cannot be read');
  return pixels;
}
