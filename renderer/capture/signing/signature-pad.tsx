import { ClearOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SignatureDrawing } from '../../ui/signature-drawing';

type Strokes = readonly (readonly number[])[];

interface SignaturePadProps {
  readonly strokes: Strokes;
  readonly onStrokes: (strokes: Strokes) => void;
}

/** As many numbers as one stroke of the record may hold; a longer one goes on as the next. */
const strokeLimit = 4000;
const strokesLimit = 400;

/** A field to sign in with pen, finger or mouse. Points are thousandths of its width, so that it can be drawn at any size. */
export function SignaturePad({ strokes, onStrokes }: SignaturePadProps) {
  const { t } = useTranslation();
  const drawn = useRef<Strokes>(strokes);

  function place(event: PointerEvent<HTMLDivElement>): readonly number[] {
    const box = event.currentTarget.getBoundingClientRect();
    const points = event.nativeEvent.getCoalescedEvents();
    const all = points.length > 0 ? points : [event.nativeEvent];
    const thousandth = (value: number) =>
      Math.min(1100, Math.max(-100, Math.round((value / box.width) * 1000)));
    return all.flatMap(({ clientX, clientY }) => [
      thousandth(clientX - box.left),
      thousandth(clientY - box.top),
    ]);
  }

  function put(next: Strokes) {
    drawn.current = next;
    onStrokes(next);
  }

  function draw(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const points = place(event);
    const before = drawn.current.at(-1) ?? [];
    if (before.length + points.length <= strokeLimit)
      return put([...drawn.current.slice(0, -1), [...before, ...points]]);
    if (drawn.current.length < strokesLimit) put([...drawn.current, [...before.slice(-2), ...points]]);
  }

  return (
    <div className="signature-pad">
      <div
        className="signature-field"
        onPointerDown={(event) => {
          if (event.button !== 0 || drawn.current.length >= strokesLimit) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          put([...drawn.current, [...place(event)]]);
        }}
        onPointerMove={draw}
      >
        <SignatureDrawing strokes={strokes} label={t('capture.pad')} />
        {strokes.length === 0 && <span className="soft signature-hint">{t('capture.padHint')}</span>}
      </div>
      <div className="signature-acts">
        <Button
          icon={<UndoOutlined />}
          disabled={strokes.length === 0}
          onClick={() => put(drawn.current.slice(0, -1))}
        >
          {t('capture.undoStroke')}
        </Button>
        <Button icon={<ClearOutlined />} disabled={strokes.length === 0} onClick={() => put([])}>
          {t('capture.clearPad')}
        </Button>
      </div>
    </div>
  );
}
