import { Input } from 'antd';
import { useId } from 'react';
import { type TextTarget, useTextField } from '../../data/use-text-field';

interface PlanTextProps {
  readonly target: TextTarget;
  readonly stored: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly long?: boolean;
  readonly autoFocus?: boolean;
}

/** One text of a record with its label, saved as one types. */
export function PlanText({ target, stored, label, placeholder, long, autoFocus }: PlanTextProps) {
  const id = useId();
  const { value, onChange, onCompositionStart, onCompositionEnd, onBlur } = useTextField(target, stored);
  const props = { id, value, placeholder, autoFocus, onChange, onCompositionStart, onCompositionEnd, onBlur };
  return (
    <div className={`field${long ? ' field-wide' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {long ? <Input.TextArea {...props} rows={1} className="growing" /> : <Input {...props} />}
    </div>
  );
}
