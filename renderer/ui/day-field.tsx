import { Input } from 'antd';
import { useState } from 'react';
import { writtenDay } from '../../shared/itinerary/written-day';

interface DayFieldProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly stored: string | null;
  readonly onDay: (day: string | null) => void;
}

/** A day as "2026-11-20": the browser's own field follows its language and would turn month and day round. What is no day yet is kept on the screen and marked. */
export function DayField({ label, disabled, stored, onDay }: DayFieldProps) {
  const [typing, setTyping] = useState<string | null>(null);
  const value = typing ?? stored ?? '';
  const isWrong = value !== '' && (writtenDay(value)?.from ?? null) === null;
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <Input
        disabled={disabled}
        placeholder="2026-11-20"
        status={isWrong ? 'error' : undefined}
        aria-invalid={isWrong}
        value={value}
        onChange={(event) => {
          setTyping(event.target.value);
          const day = writtenDay(event.target.value)?.from ?? null;
          if (day !== null || event.target.value === '') onDay(day);
        }}
        onBlur={() => setTyping(null)}
      />
    </label>
  );
}
