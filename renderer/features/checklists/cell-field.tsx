import { ExclamationCircleFilled } from '@ant-design/icons';
import { Input } from 'antd';
import { useId } from 'react';
import { checklistLimits } from '../../../shared/records/checklist';

interface CellFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly faults: readonly string[];
  readonly hints: readonly string[];
  /** An expression or a name: in letters of one width. */
  readonly isCode?: boolean;
  /** Where the cursor goes when the item is new. */
  readonly first?: boolean;
  readonly onChange: (text: string) => void;
}

/** One cell of a row, with what is wrong with it. */
export function CellField({ label, value, hint, faults, hints, isCode, first, onChange }: CellFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={1}
        className={`growing${isCode ? ' editor-code' : ''}`}
        value={value}
        maxLength={checklistLimits.cell}
        status={faults.length > 0 ? 'error' : ''}
        aria-invalid={faults.length > 0}
        aria-describedby={`${id}-more`}
        data-first={first ? '' : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id={`${id}-more`}>
        {faults.map((words) => (
          <p key={words} className="editor-fault">
            <ExclamationCircleFilled /> {words}
          </p>
        ))}
        {hints.map((words) => (
          <p key={words} className="editor-unsupported">
            {words}
          </p>
        ))}
        {hint && faults.length === 0 && <p className="soft editor-hint">{hint}</p>}
      </div>
    </div>
  );
}
