import { Input } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stop } from '../../../shared/records/stop';
import { useStore } from '../../data/store-context';
import { registerUnsaved } from '../../data/unsaved-fields';
import { createRecordMaker } from '../drafts/record-maker';
import { useRecordText } from '../drafts/use-record-text';

/** A full disk may have room again. */
const retryMillis = 1000;

interface PinLineProps {
  readonly recording: string;
  readonly stop: Stop;
  /** Where the memo is now. */
  readonly second: () => number;
  readonly autoFocus?: boolean;
}

/** A line whose notes are pinned to the second at which one began to type. */
export function PinLine(props: PinLineProps) {
  const store = useStore();
  const [line, setLine] = useState(() => ({ id: store.newId(), isNext: false }));
  return (
    <Line
      {...props}
      key={line.id}
      id={line.id}
      autoFocus={props.autoFocus === true || line.isNext}
      onDone={() => setLine({ id: store.newId(), isNext: true })}
    />
  );
}

function Line({
  id,
  recording,
  stop,
  second,
  autoFocus,
  onDone,
}: PinLineProps & { readonly id: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const store = useStore();
  const [created, setCreated] = useState(false);
  const began = useRef<number | null>(null);
  const [maker] = useState(() =>
    createRecordMaker(
      (kind, id, values) => store.save([{ kind, id, tour: stop.tour, values }]),
      (again) => {
        const release = registerUnsaved(again);
        setTimeout(() => void again().then(release), retryMillis);
      },
    ),
  );

  function write(typed: string) {
    began.current ??= Math.round(second() * 10) / 10;
    const base = {
      tour: stop.tour,
      stop: stop.id,
      recording,
      second: began.current,
      author: store.userName(),
      at: store.now(),
    };
    void maker.write({ kind: 'note', id, base }, { text: typed }).then(() => setCreated(maker.isMade(id)));
  }

  const text = useRecordText({ kind: 'note', id, tour: stop.tour, field: 'text' }, '', { created, write });

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.value.trim() === '') return;
    event.preventDefault();
    text.onBlur();
    if (!maker.isMade(id)) write(text.value);
    onDone();
  }

  return (
    <Input
      {...text}
      autoFocus={autoFocus}
      aria-label={t('memo.pinLine')}
      placeholder={t('memo.pinHint')}
      onKeyDown={press}
    />
  );
}
