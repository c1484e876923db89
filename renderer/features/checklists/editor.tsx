import { DeleteOutlined, RocketOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Popconfirm, Tag } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import {
  insertRows,
  moveRow,
  placeRow,
  removeRow,
  surveyLines,
} from '../../../shared/checklists/edit-survey';
import { type OfferedType, freeName, newRows } from '../../../shared/checklists/new-row';
import { textLanguages } from '../../../shared/checklists/text-head';
import type { Checklist, Row } from '../../../shared/records/checklist';
import { officeScope } from '../../../shared/records/record-schemas';
import { cellOf } from '../../../shared/xlsform/cell-of';
import { readType } from '../../../shared/xlsform/read-type';
import type { RowFault } from '../../../shared/xlsform/row-fault';
import { useStore } from '../../data/store-context';
import { useLanguage } from '../../locales/use-problem-text';
import { AddItem } from './add-item';
import { FormPreview } from './form-preview';
import { ItemFields } from './item-fields';
import { ItemList } from './item-list';
import { PublishDialog } from './publish-dialog';
import { SettingsFields } from './settings-fields';
import { useChecklistDraft } from './use-checklist-draft';
import { useFormCheck } from './use-form-check';
import { HistoryButton } from '../../capture/fields/history-button';

interface EditorProps {
  readonly checklist: Checklist;
  readonly checklists: readonly Checklist[];
}

/** The builder: items at the left, the item at hand in the middle, the form as it will be filled at the right. */
export function Editor({ checklist, checklists }: EditorProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const store = useStore();
  const navigate = useNavigate();
  const field = useChecklistDraft(checklist);
  const draft = useMemo<Checklist>(() => {
    const { survey, choices, ...others } = field.value;
    return { ...checklist, ...others, survey: [...survey], choices: [...choices] };
  }, [checklist, field.value]);
  const [wanted, setSelected] = useState(0);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [publishing, setPublishing] = useState(false);
  const [said, setSaid] = useState('');
  const fields = useRef<HTMLDivElement>(null);
  const check = useFormCheck(draft);
  const { survey } = draft;
  // One that was added is nowhere in the rows until something is written in it.
  const languages = [...new Set([...textLanguages(draft), ...added])];
  const selected = Math.min(wanted, survey.length - 1);
  const faults = check?.faults ?? [];
  const faulty = useMemo(
    () => new Set((check?.faults ?? []).flatMap((one) => rowsOf(one, survey))),
    [check, survey],
  );
  // What has no place among the items, where it is shown beside its field.
  const others = faults.filter(
    (one) => one.sheet === 'settings' || (one.row < 0 && rowsOf(one, survey).every((row) => row < 0)),
  );

  const { change } = field;

  function add(type: OfferedType) {
    const taken = new Set(survey.map((row) => cellOf(row, 'name')));
    const lists = new Set(draft.choices.map((row) => cellOf(row, 'list_name')));
    const rows = newRows(type, freeName(type, taken), freeName('list', lists));
    const line = surveyLines(survey)[selected];
    change({ survey: insertRows(survey, line ? line.index : -1, rows) });
    setSelected(selected + 1);
    requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>('[data-first]')?.focus());
  }

  function move(index: number, to: { readonly step: -1 | 1 } | { readonly target: number }) {
    const moved = 'step' in to ? moveRow(survey, index, to.step) : placeRow(survey, index, to.target);
    if (!moved) return;
    change({ survey: moved.survey });
    setSelected(moved.index);
    setSaid(t('checklists.movedTo', { n: moved.index + 1 }));
  }

  function remove(index: number) {
    change({ survey: removeRow(survey, index) });
    setSelected(Math.max(0, index - 1));
  }

  async function discard() {
    const saved = await store.save([
      { kind: 'checklist', id: checklist.id, tour: officeScope, values: { deleted: true } },
    ]);
    if (saved.ok) await navigate('/checklists');
  }

  return (
    <main className="page editor" data-page-record={checklist.id} {...field.guards}>
      <header className="editor-head">
        <Link to="/checklists">{t('checklists.back')}</Link>
        <h1 className="hidden-text">{draft.title}</h1>
        <Input
          className="editor-title"
          aria-label={t('checklists.name')}
          value={draft.title}
          onChange={(event) =>
            change({
              title: event.target.value,
              settings: { ...draft.settings, form_title: event.target.value },
            })
          }
        />
        <Tag color="warning">{t('checklists.draft')}</Tag>
        <span className="editor-gap" />
        <HistoryButton kind="checklist" id={checklist.id} />
        <Popconfirm
          title={t('checklists.discardAsk')}
          okText={t('checklists.remove')}
          cancelText={t('checklists.keep')}
          onConfirm={() => void discard()}
        >
          <Button icon={<DeleteOutlined />}>{t('checklists.discard')}</Button>
        </Popconfirm>
        <Button type="primary" icon={<RocketOutlined />} onClick={() => setPublishing(true)}>
          {t('checklists.publish')}
        </Button>
      </header>
      <p className="hidden-text" aria-live="polite">
        {said}
      </p>
      {others.length > 0 && survey.length > 0 && (
        <Alert type="error" showIcon title={others.map((one) => one[language]).join(t('checklists.and'))} />
      )}
      <SettingsFields
        draft={draft}
        languages={languages}
        check={check}
        onChange={change}
        onLanguage={(name) => setAdded([...added, name])}
      />
      <div className="editor-three">
        <section className="panel editor-items" aria-label={t('checklists.itemList')}>
          <AddItem onAdd={add} />
          <ItemList
            checklist={draft}
            selected={selected}
            faulty={faulty}
            onSelect={setSelected}
            onMove={move}
            onRemove={remove}
          />
        </section>
        <section className="panel editor-fields" aria-label={t('checklists.item')} ref={fields}>
          {survey[selected] ? (
            <ItemFields
              key={selected}
              draft={draft}
              index={selected}
              languages={languages}
              check={check}
              onChange={change}
              onAmend={field.amend}
              onRemove={() => remove(selected)}
            />
          ) : (
            <p className="soft">{t('checklists.noItems')}</p>
          )}
        </section>
        <FormPreview checklist={draft} />
      </div>
      {publishing && (
        <PublishDialog draft={draft} checklists={checklists} onClose={() => setPublishing(false)} />
      )}
    </main>
  );
}

/** Where a fault is shown among the items: at its row, or at every question that is answered from the file it is in. */
function rowsOf({ sheet, row }: RowFault, survey: readonly Row[]): readonly number[] {
  if (sheet === 'survey') return [row];
  return survey.flatMap((one, index) => {
    const type = readType(cellOf(one, 'type'));
    return type.kind === 'question' && type.type.endsWith('_from_file') && type.list === sheet ? [index] : [];
  });
}
