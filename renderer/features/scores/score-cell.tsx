import { Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type SaveFrom, useObjectField } from '../../data/use-object-field';

interface ScoreCellProps {
  readonly label: string;
  readonly max: number;
  /** The keys that lead to other cells. */
  readonly walk: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly points: number | null;
  readonly save: SaveFrom<number | null>;
}

/** Points as they are typed; more than the full mark, or no number at all, is said and not saved. */
export function ScoreCell({ label, max, walk, points, save }: ScoreCellProps) {
  const { t } = useTranslation();
  const field = useObjectField(points === null ? '' : String(points), async (typed, from) => {
    const read = readPoints(typed, max);
    // What was no number was never saved, and nothing goes on from it.
    const begun = readPoints(from, max);
    return read === undefined ? { ok: true, value: null } : save(read, begun === undefined ? points : begun);
  });
  const wrong = readPoints(field.value, max) === undefined;
  return (
    <span {...field.guards}>
      <Input
        className="score-cell"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={wrong}
        status={wrong ? 'error' : undefined}
        title={wrong ? t('scores.wrong', { max }) : undefined}
        value={field.value}
        onKeyDown={walk}
        onChange={(event) => field.set(event.target.value)}
      />
      {wrong && (
        <span className="score-wrong" role="alert">
          {t('scores.wrong', { max })}
        </span>
      )}
    </span>
  );
}

function readPoints(typed: string, max: number): number | null | undefined {
  if (typed.trim() === '') return null;
  const value = Number(typed);
  return Number.isFinite(value) && value >= 0 && value <= max ? value : undefined;
}
