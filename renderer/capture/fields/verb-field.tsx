import { Select } from 'antd';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Remark, remarkVerbs } from '../../../shared/records/remark';
import { matchText } from '../../ui/match-text';

interface VerbFieldProps {
  readonly verb: Remark['verb'];
  readonly onVerb: (verb: Remark['verb']) => void;
}

/** The verb of a report: one letter and the Tab key are enough. */
export function VerbField({ verb, onVerb }: VerbFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  /** As it is now: the Tab key may follow before the next drawing. */
  const typed = useRef('');

  /** The list itself would take what is lit and hold the cursor; Tab goes on to the next field. */
  function press(event: KeyboardEvent) {
    if (event.key !== 'Tab' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    setOpen(false);
    const meant =
      typed.current === ''
        ? undefined
        : remarkVerbs.filter((one) => matchText(one, typed.current)).toSorted(firstBegun(typed.current))[0];
    typed.current = '';
    if (meant && !event.shiftKey) onVerb(meant);
  }

  return (
    <div className="field" onKeyDownCapture={press}>
      <label htmlFor={id}>{t('stop.verb')}</label>
      <Select
        id={id}
        value={verb}
        open={open}
        onOpenChange={setOpen}
        showSearch={{
          filterOption: (text, option) => matchText(option?.label ?? '', text),
          filterSort: (one, other, { searchValue }) =>
            searchValue === '' ? 0 : firstBegun(searchValue)(one.value, other.value),
          onSearch: (text) => {
            typed.current = text;
          },
        }}
        onChange={onVerb}
        options={remarkVerbs.map((value) => ({ value, label: value }))}
      />
    </div>
  );
}

/** Before those that only have the letter further on: 调 may be read zhou, but z means 指出. */
function firstBegun(typed: string): (one: string, other: string) => number {
  const begins = (verb: string) => Number(matchText(verb.slice(0, 1), typed.slice(0, 1)));
  return (one, other) => begins(other) - begins(one);
}
