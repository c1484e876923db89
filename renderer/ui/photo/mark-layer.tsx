import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type PictureSize, markColours, markShape, markStroke } from '../../../shared/photos/mark-shape';
import type { PhotoMark } from '../../../shared/records/photo-mark';

export interface MarkHandlers {
  readonly selected: number | null;
  onSelect(index: number): void;
  onKeyDown(index: number, event: KeyboardEvent): void;
  onPointerDown(index: number, event: PointerEvent): void;
}

interface MarkLayerProps {
  readonly marks: readonly PhotoMark[];
  readonly size: PictureSize;
  /** While drawing: marks are controls that take the cursor. */
  readonly handlers?: MarkHandlers | undefined;
}

/** What was drawn on a picture, over it. */
export function MarkLayer({ marks, size, handlers }: MarkLayerProps) {
  const { t } = useTranslation();
  const name = (mark: PhotoMark, index: number) =>
    t('photos.markName', { kind: t(`photos.mark.${mark.kind}`), n: index + 1 }) +
    (mark.kind === 'text' ? ` ${mark.text}` : '');
  return (
    <svg
      className="mark-layer"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role={handlers ? 'group' : 'img'}
      aria-label={t('photos.marks', { n: marks.length })}
    >
      {marks.map((mark, index) => (
        <g
          // Marks have no ids; their place in the list is what they are.
          key={index}
          className={handlers?.selected === index ? 'mark mark-selected' : 'mark'}
          {...(handlers && {
            role: 'button',
            tabIndex: 0,
            'aria-label': name(mark, index),
            'aria-pressed': handlers.selected === index,
            onFocus: () => handlers.onSelect(index),
            onKeyDown: (event: KeyboardEvent) => handlers.onKeyDown(index, event),
            onPointerDown: (event: PointerEvent) => handlers.onPointerDown(index, event),
          })}
        >
          <Drawing mark={mark} size={size} />
        </g>
      ))}
    </svg>
  );
}

function Drawing({ mark, size }: { readonly mark: PhotoMark; readonly size: PictureSize }) {
  const stroke = markStroke(size);
  const shape = markShape(mark, size);
  const { line, edge } = markColours;
  if (shape.kind === 'text') {
    return (
      <text
        x={shape.at.x}
        y={shape.at.y}
        fontSize={shape.size}
        fontWeight={600}
        dominantBaseline="text-before-edge"
        paintOrder="stroke"
        stroke={edge}
        strokeWidth={stroke * 2}
        strokeLinejoin="round"
        fill={line}
      >
        {shape.text}
      </text>
    );
  }
  const path = shape.lines
    .map(
      (points) =>
        points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('') + (shape.closed ? 'Z' : ''),
    )
    .join('');
  return (
    <>
      <path d={path} fill="none" stroke="transparent" strokeWidth={stroke * 7} pointerEvents="stroke" />
      <path
        d={path}
        fill="none"
        stroke={edge}
        strokeWidth={stroke * 2}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d={path}
        fill="none"
        stroke={line}
        strokeWidth={stroke}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </>
  );
}
