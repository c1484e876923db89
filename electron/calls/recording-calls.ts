import { succeed } from '../../shared/outcome';
import type { RecordingStore } from '../files/recording-store';
import type { CallHandlers } from '../ipc';

type Calls = Pick<
  CallHandlers,
  'recordings.begin' | 'recordings.append' | 'recordings.unfinished' | 'recordings.read' | 'recordings.end'
>;

const pageBytes = 1 << 20;

export function recordingCalls(store: RecordingStore): Calls {
  return {
    'recordings.begin': (facts) => store.begin(facts),
    'recordings.append': ({ recording, bytes }) => store.append(recording, bytes),
    'recordings.unfinished': async () => succeed({ recordings: [...(await store.unfinished())] }),
    'recordings.read': ({ recording, from }) => store.read(recording, from, pageBytes),
    'recordings.end': ({ recording }) => store.end(recording),
  };
}
