/**
 * Structured clone as tagged JSON values, for IPC between the Node process and the isolated world: CDP carries JSON
 * only. Values and not text: as text in a message every quote of a long string would be quoted once more, on the way through
 * three processes. Used on both sides, so it knows neither Node nor the DOM; bytes go through the given base64 pair.
 */
export interface Base64 {
  encode(bytes: Uint8Array): string;
  decode(text: string): Uint8Array<ArrayBuffer>;
}

export interface Codec {
  /** Throws `An object could not be cloned.` for functions, symbols, promises and cycles. */
  encode(value: unknown): unknown;
  decode(encoded: unknown): unknown;
}

export function createCodec(base64: Base64): Codec {
  return {
    encode: (value) => toTagged(value, [], base64),
    decode: (encoded) => fromTagged(encoded, base64),
  };
}

type ViewConstructor = new (buffer: ArrayBuffer) => ArrayBufferView;

const typedArrays: Readonly<Record<string, ViewConstructor>> = {
  Int8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
};

function toTagged(value: unknown, ancestors: readonly object[], base64: Base64): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return { $: 'number', v: '-0' };
    return Number.isFinite(value) ? value : { $: 'number', v: String(value) };
  }
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
  if (typeof value !== 'object' || ancestors.includes(value)) throw cannotClone();
  const inside = [...ancestors, value];
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  const item = (part: unknown): unknown => toTagged(part, inside, base64);
  if (Array.isArray(value)) return value.map(item);
  if (tag === 'Date') return { $: 'date', v: (value as Date).getTime() };
  if (tag === 'RegExp') return { $: 'regexp', v: [(value as RegExp).source, (value as RegExp).flags] };
  if (tag === 'Map') return { $: 'map', v: [...(value as Map<unknown, unknown>)].map(item) };
  if (tag === 'Set') return { $: 'set', v: [...(value as Set<unknown>)].map(item) };
  if (tag === 'ArrayBuffer') return bytes(tag, new Uint8Array(value as ArrayBuffer), base64);
  if (ArrayBuffer.isView(value)) {
    return bytes(tag, new Uint8Array(value.buffer, value.byteOffset, value.byteLength), base64);
  }
  if (value instanceof Error || tag === 'Error') {
    const { name, message, stack } = value as Error;
    return { $: 'error', v: { name, message, stack } };
  }
  if (tag === 'Promise' || tag === 'WeakMap' || tag === 'WeakSet') throw cannotClone();
  // A key that starts with $ gets one more, so that data cannot be mistaken for a tag.
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key.startsWith('$') ? `$${key}` : key, item(part)]),
  );
}

function bytes(tag: string, view: Uint8Array, base64: Base64): unknown {
  return { $: 'bytes', t: tag, v: base64.encode(view) };
}

function cannotClone(): Error {
  return new Error('An object could not be cloned.');
}

interface Tagged {
  readonly $?: string;
  readonly t?: string;
  readonly v?: unknown;
}

function fromTagged(value: unknown, base64: Base64): unknown {
  if (value === null || typeof value !== 'object') return value;
  const item = (part: unknown): unknown => fromTagged(part, base64);
  if (Array.isArray(value)) return value.map(item);
  const tagged = value as Tagged;
  switch (tagged.$) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(tagged.v);
    case 'bigint':
      return BigInt(tagged.v as string);
    case 'date':
      return new Date(tagged.v as number);
    case 'regexp': {
      const [source, flags] = tagged.v as [string, string];
      return new RegExp(source, flags);
    }
    case 'map':
      return new Map((tagged.v as unknown[]).map(item) as [unknown, unknown][]);
    case 'set':
      return new Set((tagged.v as unknown[]).map(item));
    case 'bytes':
      return viewOf(tagged.t, base64.decode(tagged.v as string));
    case 'error': {
      const { name, message, stack } = tagged.v as Error;
      return Object.assign(new Error(message), { name, stack });
    }
    default:
      return Object.fromEntries(
        Object.entries(value).map(([key, part]) => [key.startsWith('$') ? key.slice(1) : key, item(part)]),
      );
  }
}

function viewOf(tag: string | undefined, data: Uint8Array<ArrayBuffer>): unknown {
  if (tag === 'ArrayBuffer') return data.buffer;
  const constructor = typedArrays[tag ?? ''];
  return constructor ? new constructor(data.buffer) : data;
}
