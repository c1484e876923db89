import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../shared/records/note';
import { useObservable } from '../../data/observable';
import { memoSound } from '../../data/recordings/memo-sound';
import { useStore } from '../../data/store-context';
import { valuesOfKind } from '../../data/values-of-kind';
import { writtenSeconds } from '../../ui/written-seconds';

/** The place in a voice memo to which a note is pinned; a click plays from there. */
export function PinChip({ note }: { readonly note: Note }) {
  const { t } = useTranslation();
  const store = useStore();
  const { recording, stage } = useObservable(memoSound.state);
  const { second } = note;
  if (note.recording === '' || second === null) return null;
  const isPlaying = recording === note.recording && stage === 'playing';

  async function play(from: number) {
    const row = await store.database.records.get(note.recording);
    const [memo] = row ? valuesOfKind(store, [row], 'attachment') : [];
    if (memo) await memoSound.play(memo, from);
  }

  const time = writtenSeconds(second);
  return (
    <Button
      type="text"
      className="figures"
      icon={isPlaying ? <PauseOutlined /> : <CaretRightOutlined />}
      aria-label={t(isPlaying ? 'memo.pausePlay' : 'memo.playFrom', { time })}
      onClick={() => (isPlaying ? memoSound.pause() : void play(second))}
    >
      {time}
    </Button>
  );
}
