import { Checkbox } from 'antd';
import { CellField } from './cell-field';

interface YesFieldProps {
  readonly label: string;
  readonly value: string;
  readonly faults: readonly string[];
  readonly onChange: (text: string) => void;
}

/** A cell that is mostly yes or nothing; an expression that stands there is kept and edited as one. */
export function YesField({ label, value, faults, onChange }: YesFieldProps) {
  if (!/^(?:|yes|no|true|false|true\(\)|false\(\))$/i.test(value)) {
    return <CellField label={label} value={value} faults={faults} hints={[]} isCode onChange={onChange} />;
  }
  return (
    <Checkbox
      checked={/^(?:yes|true|true\(\))$/i.test(value)}
      onChange={(event) => onChange(event.target.checked ? 'yes' : '')}
    >
      {label}
    </Checkbox>
  );
}
