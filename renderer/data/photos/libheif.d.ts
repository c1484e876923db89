declare module 'libheif-js/wasm-bundle' {
  interface HeifImage {
    is_primary(): boolean;
    get_width(): number;
    get_height(): number;
    display(pixels: ImageData, done: (shown: ImageData | null) => void): void;
    free(): void;
  }
  export interface HeifDecoder {
    decode(bytes: Uint8Array): readonly HeifImage[];
  }
  const libheif: { readonly HeifDecoder: new () => HeifDecoder };
  export default libheif;
}
