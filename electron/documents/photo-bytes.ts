/** The bytes of pictures by SHA-256. A picture whose original has not arrived is missing here and shown as missing. */
export type PhotoBytes = ReadonlyMap<string, Uint8Array>;
