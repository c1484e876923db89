import { changeText } from '../../shared/changes/change-text';
import type { PlacedChange } from '../changes/numbered-change';
import { type IntakeEntry, isKeptRows } from './intake-entry';

/** In characters, of which one has at most 3 bytes. Far below what the journal takes in one frame, and far above what everyday needs. */
const frameLimit = 8 << 20;

/**
 * What one transaction kept, as frames of the journal. A frame is there whole or not at all, and so one holds all of it: a power cut
 * between an entry of the audit log and the end of its chain would leave an office that can write no more. Only changes that are
 * too many for one frame go on in others; of those, any first part is a state that the office was in.
 */
export function packFrames(entries: readonly IntakeEntry[], limit = frameLimit): readonly Uint8Array[] {
  const rows = entries.filter(isKeptRows).map((entry) => JSON.stringify(entry));
  const frames: string[][] = [rows];
  let size = rows.reduce((sum, line) => sum + line.length, 0);
  for (const entry of entries) {
    if (isKeptRows(entry)) continue;
    const line = lineOf(entry);
    const last = frames.at(-1);
    if (last && (last.length === 0 || size + line.length <= limit)) last.push(line);
    else frames.push([line]);
    size = last === frames.at(-1) ? size + line.length : line.length;
  }
  return frames.filter((lines) => lines.length > 0).map((lines) => Buffer.from(`[${lines.join(',')}]`));
}

/** As JSON.stringify writes it, but for the change's own text, which its row has as well. */
function lineOf({ change, ...numbered }: PlacedChange): string {
  return `${JSON.stringify(numbered).slice(0, -1)},"change":${changeText(change)}}`;
}

/** One frame with these entries, as they were unpacked from one. */
export function packFrame(entries: readonly IntakeEntry[]): Uint8Array {
  return Buffer.from(
    `[${entries.map((entry) => (isKeptRows(entry) ? JSON.stringify(entry) : lineOf(entry))).join(',')}]`,
  );
}

/** A frame that an older Xunji wrote is one entry by itself. */
export function unpackFrame(payload: Uint8Array): readonly IntakeEntry[] {
  const read = JSON.parse(Buffer.from(payload).toString()) as IntakeEntry | readonly IntakeEntry[];
  return Array.isArray(read) ? (read as readonly IntakeEntry[]) : [read as IntakeEntry];
}
