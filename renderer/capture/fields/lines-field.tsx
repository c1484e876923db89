import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLines } from '../../data/use-lines';
import type { TextTarget } from '../../data/use-text-field';
import { editLines } from './edit-lines';

interface LinesFieldProps {
  readonly target: TextTarget;
  readonly stored: readonly string[];
  readonly label: string;
  readonly placeholder: string;
}

/**
 * An ordered list by keyboard: Enter opens the next line, Backspace in an empty one closes it, Alt with an arrow carries a line,
 * several pasted lines become several.
 */
export function LinesField({ target, stored, label, placeholder }: LinesFieldProps) {
  const { t } = useTranslation();
  const { lines, put, ...guards } = useLines(target, stored);
  const list = useRef<HTMLOListElement>(null);
  /** Where a key sent the cursor: it goes there with the drawing itself, so that the next key finds it. */
  const [cursor, setCursor] = useState<{ readonly at: number } | null>(null);
  const shown = lines.length === 0 ? [''] : lines;

  useEffect(() => {
    if (cursor) list.current?.querySelectorAll('input')[cursor.at]?.focus();
  }, [cursor]);

  function press(event: KeyboardEvent, at: number) {
    if (event.nativeEvent.isComposing) return;
    const edit = editLines(shown, at, event.key, event.altKey);
    if (!edit) return;
    event.preventDefault();
    put(edit.lines);
    setCursor({ at: edit.at });
  }

  return (
    <fieldset className="lines">
      <legend>{label}</legend>
      <ol ref={list}>
        {shown.map((line, at) => (
          // A line has no name of its own but its place.
          <li key={at}>
            <span className="figures soft lines-number">{at + 1}</span>
            <Input
              aria-label={t('capture.lineOf', { label, n: at + 1 })}
              placeholder={placeholder}
              value={line}
              {...guards}
              onChange={(event) => put(shown.with(at, event.target.value))}
              onKeyDown={(event) => press(event, at)}
              onPaste={(event) => {
                const pasted = event.clipboardData
                  .getData('text')
                  .split(/\r?\n/)
                  .filter((one) => one.trim() !== '');
                if (pasted.length < 2) return;
                event.preventDefault();
                put([
                  ...shown.slice(0, at),
                  ...[line, ...pasted].filter((one) => one !== ''),
                  ...shown.slice(at + 1),
                ]);
              }}
            />
          </li>
        ))}
      </ol>
      <Button
        type="text"
        icon={<PlusOutlined />}
        onClick={() => {
          put([...shown, '']);
          setCursor({ at: shown.length });
        }}
      >
        {t('capture.addLine')}
      </Button>
    </fieldset>
  );
}
