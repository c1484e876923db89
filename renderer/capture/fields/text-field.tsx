import { Input } from 'antd';
import { type ReactNode, useId } from 'react';
import type { TextTarget } from '../../data/use-text-field';
import { type Unborn, useRecordText } from '../drafts/use-record-text';

interface TextFieldProps {
  readonly target: TextTarget;
  readonly stored: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly unborn: Unborn | null;
  /** Several lines that grow with the text. */
  readonly long?: boolean;
  readonly bare?: boolean;
  /** What follows from it, under the field. */
  readonly hint?: ReactNode;
}

/** One text of a record, with its label, saved as one types. `bare` hides the frame and the label from the eye. */
export function TextField({ target, stored, label, placeholder, unborn, long, bare, hint }: TextFieldProps) {
  const id = useId();
  const text = useRecordText(target, stored, unborn);
  const props = { ...text, id, placeholder, variant: bare ? ('borderless' as const) : ('outlined' as const) };
  return (
    <div className={`field${long ? ' field-wide' : ''}`}>
      <label htmlFor={id} className={bare ? 'hidden-text' : undefined}>
        {label}
      </label>
      {long ? <Input.TextArea {...props} rows={1} className="growing" /> : <Input {...props} />}
      {hint}
    </div>
  );
}
