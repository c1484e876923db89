import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { diffText } from '../../../shared/changes/diff-text';
import type { Head } from '../../../shared/changes/record-state';
import { useFieldName } from '../../locales/use-field-name';
import { type ConflictProps, type Decide, idsOf } from './conflict-props';
import { HeadPanel } from './head-panel';

/** The texts of one field side by side, what each has beyond the other marked, and below them all of it in one, to be mended. */
export function TextConflict({ entry, conflict, decide }: ConflictProps<'text'>) {
  const { t } = useTranslation();
  const { field, heads, merged } = conflict;
  const name = useFieldName()(field, entry.checklist);
  // Until somebody writes in it, it follows what still comes from elsewhere.
  const [own, setOwn] = useState<{ readonly text: string; readonly seen: readonly string[] } | null>(null);
  const text = own?.text ?? merged;
  const choose = async (...decision: Parameters<Decide>) => {
    // What comes next is another question.
    if (await decide(...decision)) setOwn(null);
  };
  return (
    <fieldset className="bare">
      <legend className="conflict-field">{name}</legend>
      <div className="conflict-values">
        {heads.map((head, index) => (
          <HeadPanel
            key={head.change}
            head={head}
            isShown={false}
            onChoose={() => void choose(field, head.value, idsOf(heads))}
          >
            <Marked text={textOf(head)} beside={textOf(heads[index === 0 ? 1 : 0])} />
          </HeadPanel>
        ))}
      </div>
      <div className="conflict-value conflict-value-shown conflict-merged">
        <p className="conflict-from">
          <strong>{t('conflicts.merged')}</strong> <span className="soft">{t('conflicts.mergedHint')}</span>
        </p>
        <Input.TextArea
          className="growing"
          rows={2}
          aria-label={t('conflicts.mergedOf', { field: name })}
          value={text}
          onChange={(event) => setOwn({ text: event.target.value, seen: own?.seen ?? idsOf(heads) })}
        />
        <Button type="primary" onClick={() => void choose(field, text, own?.seen ?? idsOf(heads))}>
          {t('conflicts.useMerged')}
        </Button>
      </div>
    </fieldset>
  );
}

function Marked({ text, beside }: { readonly text: string; readonly beside: string }) {
  const parts = diffText(beside, text).filter(({ kind }) => kind !== 'gone');
  // Where nothing is shared, marks would only colour all of it.
  if (parts.every(({ kind }) => kind === 'new')) return text;
  return parts.map((part, place) => {
    const key = `${place} ${part.kind}`;
    return part.kind === 'new' ? <ins key={key}>{part.text}</ins> : <span key={key}>{part.text}</span>;
  });
}

function textOf(head: Head | undefined): string {
  return typeof head?.value === 'string' ? head.value : '';
}
