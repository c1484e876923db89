import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/records/attachment';
import type { Note } from '../../../shared/records/note';
import type { Stop } from '../../../shared/records/stop';
import { useObservable } from '../../data/observable';
import { memoSound } from '../../data/recordings/memo-sound';
import { useStore } from '../../data/store-context';
import { writtenSeconds } from '../../ui/written-seconds';
import './memo.css';
import { PinLine } from './pin-line';
import { RecordMark } from './record-mark';
import { TextField } from '../fields/text-field';
import { HistoryButton } from '../fields/history-button';
import { RemoveButton } from '../fields/remove-button';

interface MemoPlayerProps {
  readonly memo: Attachment;
  readonly stop: Stop;
  /** Those that are pinned to it. */
  readonly notes: readonly Note[];
}

const rates = [0.75, 1, 1.25, 1.5, 2];
const jump = 5;

/** A voice memo with its notes; a click on a note goes there, the arrow keys go 5 seconds on or back. */
export function MemoPlayer({ memo, stop, notes }: MemoPlayerProps) {
  const { t } = useTranslation();
  const store = useStore();
  const sound = useObservable(memoSound.state);
  const isMine = sound.recording === memo.id;
  const isPlaying = isMine && sound.stage === 'playing';
  const second = isMine ? sound.second : 0;
  const target = { kind: 'attachment' as const, id: memo.id, tour: memo.tour };
  const title = memo.caption || t('memo.name', { time: memo.at.slice(11, 16) });

  const toggle = () => (isPlaying ? memoSound.pause() : void memoSound.play(memo));

  function press(event: KeyboardEvent) {
    const step = { ArrowLeft: -jump, ArrowRight: jump }[event.key];
    if (!step || !isMine) return;
    event.preventDefault();
    memoSound.seek(second + step);
  }

  return (
    <section className="panel memo" aria-label={title} data-record={memo.id}>
      <div className="memo-bar">
        <Button
          shape="circle"
          type="primary"
          loading={isMine && sound.stage === 'loading'}
          icon={isPlaying ? <PauseOutlined /> : <CaretRightOutlined />}
          aria-label={t(isPlaying ? 'memo.pausePlay' : 'memo.play')}
          onClick={toggle}
          onKeyDown={press}
        />
        <input
          type="range"
          className="memo-track"
          min={0}
          max={Math.max(memo.seconds, 1)}
          step={0.1}
          value={Math.min(second, memo.seconds)}
          disabled={!isMine}
          aria-label={t('memo.place')}
          aria-valuetext={writtenSeconds(second)}
          onKeyDown={press}
          onChange={(event) => memoSound.seek(Number(event.target.value))}
        />
        <span className="figures memo-time">
          {writtenSeconds(second)} / {writtenSeconds(memo.seconds)}
        </span>
        <Select
          aria-label={t('memo.rate')}
          value={sound.rate}
          onChange={(rate) => memoSound.setRate(rate)}
          options={rates.map((rate) => ({ value: rate, label: `${rate}×` }))}
        />
        <RecordMark record={memo.id} files={[memo.sha256]} />
        <HistoryButton kind="attachment" id={memo.id} />
        <RemoveButton onRemove={() => void store.save([{ ...target, values: { deleted: true } }])} />
      </div>
      {isMine && sound.stage === 'missing' && <p role="alert">{t('memo.missing')}</p>}
      <TextField
        unborn={null}
        label={t('memo.caption')}
        target={{ ...target, field: 'caption' }}
        stored={memo.caption}
      />
      {notes.length > 0 && (
        <ol className="memo-notes" aria-label={t('memo.notes')}>
          {notes
            .toSorted((a, b) => (a.second ?? 0) - (b.second ?? 0))
            .map((note) => (
              <li key={note.id}>
                <Button
                  type="text"
                  className="figures"
                  onClick={() => void memoSound.play(memo, note.second ?? 0)}
                >
                  <CaretRightOutlined /> {writtenSeconds(note.second ?? 0)}
                </Button>
                <span>{note.text}</span>
              </li>
            ))}
        </ol>
      )}
      {isMine && sound.stage !== 'missing' && (
        <PinLine recording={memo.id} stop={stop} second={() => memoSound.state.get().second} />
      )}
    </section>
  );
}
