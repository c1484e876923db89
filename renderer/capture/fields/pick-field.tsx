import { AutoComplete } from 'antd';
import { type ChangeEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { matchText } from '../../ui/match-text';
import type { FieldProps } from './field-props';
import { useRecordText } from '../drafts/use-record-text';

interface PickFieldProps extends FieldProps {
  /** Names to choose from, in the order of the list, with what else they may be found by. */
  readonly names: readonly { readonly name: string; readonly more: string }[];
  /** What is typed, so that whoever gives the names can look for more. */
  readonly onTyped: (text: string) => void;
  readonly placeholder?: string;
  /** Puts a name that is not on the list there; `words` says so. */
  readonly add?: { readonly words: (name: string) => string; readonly onAdd: (name: string) => void };
  readonly autoFocus?: boolean;
  /** The words are settled by the Enter key or by a tap on the list. */
  readonly onDone?: (() => void) | undefined;
}

/** A text with a list of names to choose from: by characters, pinyin or initials. Whatever is typed is kept as it is. */
export function PickField({
  names,
  onTyped,
  placeholder,
  add,
  autoFocus,
  onDone,
  label,
  ...rest
}: PickFieldProps) {
  const id = useId();
  const text = useRecordText(rest.target, rest.stored, rest.unborn);
  const [open, setOpen] = useState(false);
  const wanted = text.value.trim();
  /** Letters stand for a name; what is written in characters is meant as it is. */
  const spelled = /^[a-z]+$/i.test(wanted);
  const lit = useRef('');
  const found = names.filter(({ name, more }) => wanted === '' || matchText(`${name} ${more}`, wanted));
  const isKnown = names.some(({ name }) => name === wanted);
  const options = found.map(({ name, more }) => ({
    key: name,
    value: name,
    label: more === '' || more === name ? name : `${name}（${more}）`,
  }));
  const adding =
    add && wanted !== '' && !isKnown
      ? [{ key: '+', value: wanted, label: add.words(wanted), adds: true }]
      : [];

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    // A name that is lit is Enter's, and `onSelect` goes on; words that only begin like a name stay as they are.
    const takes = open && options.length > 0 && (spelled || lit.current !== '');
    if (event.key === 'Enter' && onDone && !takes) {
      event.preventDefault();
      setOpen(false);
      onDone();
    }
    if (event.key !== 'Tab') return;
    // The list would hold the cursor; letters that mean one name alone become it on the way out.
    event.stopPropagation();
    setOpen(false);
    const [only, ...others] = found;
    if (only && others.length === 0 && spelled && !event.shiftKey) text.put(only.name);
  }

  return (
    <div
      className="field"
      onKeyDownCapture={press}
      onChange={(event) => {
        const typed = event as unknown as ChangeEvent<HTMLInputElement>;
        lit.current = '';
        onTyped(typed.target.value);
        text.onChange(typed);
      }}
      onCompositionStart={text.onCompositionStart}
      onCompositionEnd={({ target }) => {
        // It ends in the box; what hears of it here is what surrounds the box and has no text.
        if (target instanceof HTMLInputElement) text.onCompositionEnd({ currentTarget: target });
      }}
    >
      <label htmlFor={id}>{label}</label>
      <AutoComplete
        id={id}
        autoFocus={autoFocus}
        open={open && (options.length > 0 || adding.length > 0)}
        onOpenChange={setOpen}
        defaultActiveFirstOption={onDone !== undefined && spelled}
        onActive={(value: unknown) => {
          lit.current = typeof value === 'string' ? value : '';
        }}
        popupMatchSelectWidth={280}
        placeholder={placeholder}
        value={text.value}
        options={[...options, ...adding]}
        onSelect={(value: string, option) => {
          text.put(value);
          if ('adds' in option) add?.onAdd(value);
          onDone?.();
        }}
        onBlur={text.onBlur}
      />
    </div>
  );
}
