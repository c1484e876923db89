import { Input } from 'antd';
import { useId } from 'react';
import { officeScope } from '../../../shared/records/record-schemas';
import { useTextField } from '../../data/use-text-field';

interface RecordTextProps {
  readonly kind: 'person' | 'unit' | 'site';
  readonly id: string;
  readonly field: string;
  readonly stored: string;
  readonly label: string;
}

/** One text of a record of the register, saved as one types. */
export function RecordText({ kind, id, field, stored, label }: RecordTextProps) {
  const htmlId = useId();
  const { value, onChange, onCompositionStart, onCompositionEnd, onBlur } = useTextField(
    { kind, id, tour: officeScope, field },
    stored,
  );
  const props = { id: htmlId, value, onChange, onCompositionStart, onCompositionEnd, onBlur };
  return (
    <div className="field">
      <label htmlFor={htmlId}>{label}</label>
      <Input {...props} />
    </div>
  );
}
