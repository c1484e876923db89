import { Select } from 'antd';
import { useId } from 'react';
import { type SaveFrom, useObjectField } from '../../data/use-object-field';

interface TagsFieldProps {
  readonly label: string;
  readonly stored: readonly string[];
  readonly options?: readonly string[];
  readonly wide?: boolean;
  /** The words of one tag may hold commas. */
  readonly whole?: boolean;
  readonly save: SaveFrom<readonly string[]>;
}

/** A list of words. What was just entered stands here before the store has it, so that the next word does not lose it. */
export function TagsField({ label, stored, options, wide, whole, save }: TagsFieldProps) {
  const id = useId();
  const field = useObjectField(stored, save);
  return (
    <div className={`field${wide ? ' field-wide' : ''}`} onBlur={field.guards.onBlur}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        mode="tags"
        tokenSeparators={whole ? [] : ['、', '，', ',']}
        value={[...field.value]}
        onChange={(values: string[]) => field.set(values)}
        options={options?.map((value) => ({ value }))}
      />
    </div>
  );
}
