import { Input } from 'antd';
import { useState } from 'react';

interface TimeFieldProps {
  readonly label: string;
  readonly stored: string;
  readonly onTime: (time: string) => void;
}

const whole = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time as "09:42". Chromium's own time field follows the browser's language and would say AM and PM. */
export function TimeField({ label, stored, onTime }: TimeFieldProps) {
  const [typing, setTyping] = useState<string | null>(null);
  const value = typing ?? stored;
  return (
    <Input
      className="stop-head-time figures"
      aria-label={label}
      aria-invalid={!whole.test(value)}
      status={whole.test(value) ? undefined : 'error'}
      inputMode="numeric"
      maxLength={5}
      value={value}
      onChange={(event) => {
        setTyping(event.target.value);
        if (whole.test(event.target.value)) onTime(event.target.value);
      }}
      onBlur={() => setTyping(null)}
    />
  );
}
