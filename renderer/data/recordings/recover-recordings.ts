import { callBridge } from '../call-bridge';
import type { Store } from '../store';
import { keepRecording } from './keep-recording';

export interface RecoveredRecording {
  readonly tour: string;
  readonly stop: string;
  readonly seconds: number;
}

/** Makes whole what a crash cut off in the middle of recording; returns what there was. What fails now is tried at the next start. */
export async function recoverRecordings(store: Store): Promise<readonly RecoveredRecording[]> {
  const left = await callBridge('recordings.unfinished', {});
  if (!left.ok) return [];
  const recovered: RecoveredRecording[] = [];
  for (const { recording: id, tour, stop, mime, at } of left.value.recordings) {
    const sound = await readSound(id, mime);
    if (!sound) continue;
    const seconds = sound.size > 0 ? await secondsOf(sound) : 0;
    const kept = await keepRecording(store, { id, tour, stop, mime, at }, sound, seconds);
    if (kept.ok && sound.size > 0) recovered.push({ tour, stop, seconds });
  }
  return recovered;
}

async function readSound(recording: string, mime: string): Promise<Blob | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; ;) {
    const read = await callBridge('recordings.read', { recording, from });
    if (!read.ok) return null;
    const bytes = new Uint8Array(read.value.bytes);
    if (bytes.byteLength === 0) return new Blob(parts, { type: mime });
    parts.push(bytes);
    from += bytes.byteLength;
  }
}

/** How long it plays: the recorder had no time to write it, so the player is sent to the end. */
function secondsOf(sound: Blob): Promise<number> {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(sound);
    const player = new Audio();
    const settle = (seconds: number) => {
      URL.revokeObjectURL(url);
      resolve(Number.isFinite(seconds) ? seconds : 0);
    };
    const late = setTimeout(() => settle(player.currentTime), 10_000);
    const tell = () => {
      if (!Number.isFinite(player.duration)) return;
      clearTimeout(late);
      settle(player.duration);
    };
    player.addEventListener('loadedmetadata', () => (player.currentTime = 1e7), { once: true });
    player.addEventListener('durationchange', tell);
    player.addEventListener('error', () => settle(0), { once: true });
    player.src = url;
  });
}
