import type { Attachment } from '../../../shared/records/attachment';
import { type Observable, createObservable } from '../observable';
import { fetchOriginal } from '../photos/photo-tools';

type Memo = Pick<Attachment, 'id' | 'sha256' | 'mime' | 'seconds'>;

export interface MemoSoundState {
  /** The memo that plays or was played last; empty before the first. */
  readonly recording: string;
  readonly stage: 'silent' | 'loading' | 'playing' | 'paused' | 'missing';
  readonly second: number;
  readonly rate: number;
}

export interface MemoSound {
  readonly state: Observable<MemoSoundState>;
  /** Plays from where it was, or from `second`. */
  play(memo: Memo, second?: number): Promise<void>;
  pause(): void;
  /** Goes to a place without changing whether it plays. */
  seek(second: number): void;
  setRate(rate: number): void;
}

/** One loudspeaker, one memo at a time. */
function createMemoSound(): MemoSound {
  const state = createObservable<MemoSoundState>({ recording: '', stage: 'silent', second: 0, rate: 1 });
  const player = new Audio();
  const show = (change: Partial<MemoSoundState>) => state.set({ ...state.get(), ...change });
  let url = '';
  player.addEventListener('timeupdate', () => show({ second: player.currentTime }));
  player.addEventListener('playing', () => show({ stage: 'playing' }));
  player.addEventListener('pause', () => state.get().stage === 'playing' && show({ stage: 'paused' }));
  player.addEventListener('ended', () => show({ stage: 'paused' }));

  async function load({ id, sha256, mime }: Memo): Promise<boolean> {
    player.pause();
    show({ recording: id, stage: 'loading', second: 0 });
    const sound = await fetchOriginal(sha256, mime);
    if (state.get().recording !== id) return false;
    if (!sound) {
      show({ stage: 'missing' });
      return false;
    }
    URL.revokeObjectURL(url);
    url = URL.createObjectURL(sound);
    player.src = url;
    return true;
  }

  return {
    state,
    async play(memo, second) {
      const { recording, stage } = state.get();
      const isLoaded = recording === memo.id && stage !== 'missing' && stage !== 'silent';
      if (!isLoaded && !(await load(memo))) return;
      if (second !== undefined) player.currentTime = second;
      player.playbackRate = state.get().rate;
      await player.play().catch(() => show({ stage: 'missing' }));
    },
    pause: () => player.pause(),
    seek(second) {
      const end = Number.isFinite(player.duration) ? player.duration : Number.MAX_SAFE_INTEGER;
      player.currentTime = Math.max(0, Math.min(end, second));
      show({ second: player.currentTime });
    },
    setRate(rate) {
      player.playbackRate = rate;
      show({ rate });
    },
  };
}

export const memoSound = createMemoSound();
