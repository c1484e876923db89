import { EnterOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseIndicator } from '../../../shared/indicators/parse-indicator';
import { splitStatement } from '../../../shared/remarks/split-statement';
import { textFieldOf } from '../drafts/capture-place';
import { unsavedFields } from '../../data/unsaved-fields';
import { useSaving } from '../../data/use-saving';
import { parseQuickEntry } from '../drafts/parse-quick-entry';
import { SegmentPreview } from './segment-preview';
import type { Draft } from '../drafts/use-draft';
import { useRecordText } from '../drafts/use-record-text';

const hints = {
  note: 'stop.quickNote',
  remark: 'stop.quickRemark',
  issue: 'stop.quickIssue',
  request: 'capture.quickRequest',
  indicator: 'capture.quickIndicator',
  handover: 'capture.quickHandover',
} as const;

/** The words of the record under the line. Enter keeps it and starts the next; Alt+Enter goes on with the next segment. */
export function QuickText({ draft, tour }: { readonly draft: Draft; readonly tour: string }) {
  const { t } = useTranslation();
  const { kind, id, created, begin, box, keep, place } = draft;
  const field = textFieldOf(kind);
  const stored = String(Object.entries(draft.record(kind)).find(([name]) => name === field)?.[1] ?? '');
  const text = useRecordText({ kind, id, tour, field }, stored, { created, write }, draft.text);
  const [whole, setWhole] = useState(false);
  const saving = useSaving();
  const figures = useRef(parseIndicator(''));
  const segments = kind === 'remark' ? splitStatement(text.value) : [];
  const splits = segments.length > 1 && !whole;

  function write(typed: string) {
    const entry = parseQuickEntry(typed, place.kinds);
    if (entry.kind) draft.choose(entry.kind, entry.text);
    else if (!entry.unsure) draft.write({ [field]: typed });
  }

  /** Only what the line says anew: a part that was put right by hand stays. */
  function readFigures() {
    if (kind !== 'indicator') return;
    const { rest, ...parts } = parseIndicator(text.value);
    const before: Readonly<Record<string, unknown>> = { ...figures.current };
    figures.current = { ...parts, rest };
    const changed = Object.entries(parts).filter(([name, value]) => before[name] !== value);
    if (changed.length > 0) draft.set(Object.fromEntries(changed));
  }

  function finish(goesOn = false) {
    // On a full disk the words stay where they are seen.
    if (saving.state === 'failed' && unsavedFields.get() > 0) return;
    if (splits) {
      draft.finishStatement(segments);
      // After the others were given to the journal: a kill in between must not leave the first alone.
      text.put(segments[0]?.text ?? '');
      return text.onBlur();
    }
    readFigures();
    text.onBlur();
    if (goesOn && kind === 'remark') draft.finishSegment(text.value);
    else draft.finish(text.value);
  }

  function press(event: KeyboardEvent) {
    // Enter also ends an IME composition; that Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    finish(event.altKey);
  }

  useEffect(() => keep(text.value));
  useEffect(() => {
    if (begin === 'text') box.current?.focus({ cursor: 'end' });
  }, [box, begin]);

  const number = kind === 'remark' ? draft.record('remark').number : null;
  return (
    <>
      <div className="composer-line">
        {number !== null && (
          <span className="composer-number figures">{t('capture.segment', { n: number })}</span>
        )}
        <Input.TextArea
          {...withoutPut(text)}
          ref={box}
          rows={2}
          className="growing"
          aria-label={t('stop.quick')}
          placeholder={t(hints[kind])}
          title={t('stop.keys')}
          onKeyDown={press}
          onBlur={() => {
            text.onBlur();
            readFigures();
          }}
        />
        <Button
          icon={<EnterOutlined />}
          aria-label={t('stop.nextRecord')}
          title={t('stop.nextRecord')}
          disabled={text.value.trim() === ''}
          onClick={() => finish()}
        />
      </div>
      {segments.length > 1 && <SegmentPreview segments={segments} whole={whole} onWhole={setWhole} />}
    </>
  );
}

function withoutPut({
  value,
  onChange,
  onCompositionStart,
  onCompositionEnd,
}: ReturnType<typeof useRecordText>) {
  return { value, onChange, onCompositionStart, onCompositionEnd };
}
