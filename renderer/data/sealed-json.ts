import { type PackedState, packState, unpackState } from '../../shared/changes/pack-state';
import type { RecordState } from '../../shared/changes/record-state';
import type { Seal } from '../../shared/sealing/seal';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Values go into IndexedDB as sealed JSON and in no other form. */
export function sealJson(seal: Seal, value: unknown): Uint8Array {
  return seal.seal(encoder.encode(JSON.stringify(value)));
}

/** An array of values whose JSON is known already. */
export function sealTexts(seal: Seal, texts: readonly string[]): Uint8Array {
  return seal.seal(encoder.encode(`[${texts.join()}]`));
}

export function openJson<T>(seal: Seal, sealed: Uint8Array): T {
  return JSON.parse(decoder.decode(seal.open(sealed))) as T;
}

export function sealState(seal: Seal, state: RecordState): Uint8Array {
  return sealJson(seal, packState(state));
}

export function openState(seal: Seal, sealed: Uint8Array): RecordState {
  return unpackState(openJson<PackedState | RecordState>(seal, sealed));
}
