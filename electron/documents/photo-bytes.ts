/** The bytes of pictures by their key. A picture whose original has not arrived is missing here and shown as missing. */
export type PhotoBytes = ReadonlyMap<string, Uint8Array>;
