import type { Outcome } from '../../../shared/outcome';
import type { Problem } from '../../../shared/problems';
import { problem } from '../../../shared/problems';
import { callBridge } from '../call-bridge';
import { type Observable, createObservable } from '../observable';
import type { Store } from '../store';
import { type Recording, keepRecording } from './keep-recording';

export interface RecorderState {
  readonly stage: 'off' | 'starting' | 'recording' | 'paused' | 'keeping' | 'failed';
  readonly recording: Recording | null;
  readonly problem: Problem | null;
}

export interface Recorder {
  readonly state: Observable<RecorderState>;
  /** Loudness from 0 to 1, several times a second. */
  readonly level: Observable<number>;
  /** Seconds recorded so far, without the pauses. */
  seconds(): number;
  begin(tour: string, stop: string): Promise<void>;
  pause(): void;
  resume(): void;
  /** Ends it and keeps it; after a failure (a full disk) it is tried again. */
  finish(): Promise<void>;
}

const off: RecorderState = { stage: 'off', recording: null, problem: null };
const sliceMillis = 1000;
/** Speech; an hour takes 14 MB. */
const bitsPerSecond = 32_000;
const mime = 'audio/webm;codecs=opus';

/** The microphone of the whole window: a memo goes on while its stop is left and looked at again. */
export function createRecorder(store: Store, clock: () => number): Recorder {
  const state = createObservable(off);
  const level = createObservable(0);
  let media: MediaRecorder | null = null;
  let meter = () => {};
  let parts: Blob[] = [];
  let written: Promise<unknown> = Promise.resolve();
  let counted = 0;
  let since = 0;

  const seconds = () => (counted + (state.get().stage === 'recording' ? clock() - since : 0)) / 1000;
  const show = (change: Partial<RecorderState>) => state.set({ ...state.get(), ...change });

  /** In the order in which they come; what cannot be written stays in memory and is written at the end. */
  function catchSlice(recording: string, slice: Blob): void {
    parts.push(slice);
    written = written.then(async () => {
      const bytes = new Uint8Array(await slice.arrayBuffer());
      const appended = await callBridge('recordings.append', { recording, bytes });
      if (!appended.ok) show({ problem: appended.problem });
    });
  }

  async function keep(): Promise<void> {
    const { recording } = state.get();
    if (!recording) return;
    show({ stage: 'keeping' });
    await written;
    const kept: Outcome<null> = await keepRecording(
      store,
      recording,
      new Blob(parts, { type: mime }),
      counted / 1000,
    );
    if (!kept.ok) return show({ stage: 'failed', problem: kept.problem });
    parts = [];
    state.set(off);
  }

  return {
    state,
    level,
    seconds,
    async begin(tour, stop) {
      if (state.get().stage !== 'off') return;
      show({ stage: 'starting', problem: null });
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
      if (!stream) return state.set({ ...off, problem: problem('microphone.missing') });
      const at = store.now();
      const begun = await callBridge('recordings.begin', { tour, stop, mime: 'audio/webm', at });
      if (!begun.ok) {
        for (const track of stream.getTracks()) track.stop();
        return state.set({ ...off, problem: begun.problem });
      }
      const id = begun.value.recording;
      media = new MediaRecorder(stream, { mimeType: mime, audioBitsPerSecond: bitsPerSecond });
      media.addEventListener('dataavailable', ({ data }) => data.size > 0 && catchSlice(id, data));
      media.start(sliceMillis);
      meter = measure(stream, level);
      counted = 0;
      since = clock();
      state.set({ stage: 'recording', problem: null, recording: { id, tour, stop, mime: 'audio/webm', at } });
    },
    pause() {
      if (state.get().stage !== 'recording') return;
      media?.pause();
      counted += clock() - since;
      show({ stage: 'paused' });
    },
    resume() {
      if (state.get().stage !== 'paused') return;
      media?.resume();
      since = clock();
      show({ stage: 'recording' });
    },
    async finish() {
      const { stage } = state.get();
      if (stage === 'failed') return keep();
      if (stage !== 'recording' && stage !== 'paused') return;
      if (stage === 'recording') counted += clock() - since;
      show({ stage: 'keeping' });
      const ending = media;
      if (ending) await stopped(ending);
      meter();
      media = null;
      await keep();
    },
  };
}

/** The last slice comes before the stop. */
function stopped(media: MediaRecorder): Promise<void> {
  return new Promise((resolve) => {
    media.addEventListener('stop', () => resolve(), { once: true });
    media.stop();
    for (const track of media.stream.getTracks()) track.stop();
  });
}

/** Follows the loudness until the returned function is called. */
function measure(stream: MediaStream, level: Observable<number>): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    level.set(Math.min(1, Math.sqrt(power) * 4));
  }, 150);
  return () => {
    clearInterval(timer);
    level.set(0);
    void context.close();
  };
}
