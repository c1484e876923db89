import fixWebmDuration from 'fix-webm-duration';
import { type Outcome, succeed } from '../../../shared/outcome';
import { callBridge } from '../call-bridge';
import type { Store } from '../store';

export interface Recording {
  readonly id: string;
  readonly tour: string;
  readonly stop: string;
  readonly mime: string;
  /** When it began. */
  readonly at: string;
}

/**
 * Makes a file of what was recorded, then a record of the file, and only then lets go of what was caught on the way. The
 * record has the recording's id: notes are pinned to it already, and a crash in between makes no second one.
 */
export async function keepRecording(
  store: Store,
  recording: Recording,
  sound: Blob,
  seconds: number,
): Promise<Outcome<null>> {
  const { id, tour, stop, mime, at } = recording;
  if (sound.size > 0) {
    // The recorder writes no length; without one nobody can jump about in it.
    const whole = await fixWebmDuration(sound, Math.round(seconds * 1000), { logger: false });
    const name = `${at.slice(0, 19).replace('T', ' ').replaceAll(':', '')}.webm`;
    const added = await store.addFile(whole, name);
    if (!added.ok) return added;
    const { sha256, size } = added.value;
    const author = store.userName();
    const values = {
      tour,
      stop,
      sha256,
      size,
      mime,
      name,
      seconds: Math.round(seconds * 10) / 10,
      author,
      at,
    };
    const saved = await store.save([{ kind: 'attachment', id, tour, values }]);
    if (!saved.ok) return saved;
  }
  const ended = await callBridge('recordings.end', { recording: id });
  return ended.ok ? succeed(null) : ended;
}
