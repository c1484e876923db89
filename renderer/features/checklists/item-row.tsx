import { ExclamationCircleFilled, HolderOutlined } from '@ant-design/icons';
import { useSortable } from '@dnd-kit/sortable';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyLine } from '../../../shared/checklists/edit-survey';
import type { Checklist } from '../../../shared/records/checklist';
import { cellOf, textsOf } from '../../../shared/xlsform/cell-of';
import { textFor } from '../../../shared/xlsform/text-for';
import { useLanguage } from '../../locales/use-problem-text';
import { useTypeName } from './use-type-name';

interface ItemRowProps {
  readonly checklist: Checklist;
  readonly line: SurveyLine;
  readonly current: boolean;
  readonly faulty: boolean;
  readonly movable: boolean;
  readonly onSelect: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Deeper groups are not moved in further: the row would have no room left. */
const deepest = 4;

/** One row of the form: what is asked, and how. */
export function ItemRow({ checklist, line, current, faulty, movable, onSelect, onKeyDown }: ItemRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const typeName = useTypeName();
  const { setNodeRef, listeners, transform, isDragging } = useSortable({
    id: `row-${line.index}`,
    disabled: !movable,
  });
  const row = checklist.survey[line.index] ?? {};
  const label = textFor(textsOf(row, 'label'), language, cellOf(checklist.settings, 'default_language'));
  const type = typeName(row);
  return (
    <li
      ref={setNodeRef}
      className={`editor-row editor-depth-${Math.min(line.depth, deepest)}${isDragging ? ' editor-dragged' : ''}`}
      style={transform ? { transform: `translate3d(0, ${transform.y}px, 0)` } : undefined}
    >
      {movable && (
        <span className="editor-handle" aria-hidden="true" {...listeners}>
          <HolderOutlined />
        </span>
      )}
      <button
        type="button"
        className="editor-pick"
        data-row={line.index}
        aria-current={current}
        onClick={onSelect}
        onKeyDown={onKeyDown}
      >
        <span className={line.kind === 'end' ? 'soft cut' : 'cut'}>
          {line.kind === 'end' ? type : label || cellOf(row, 'name') || t('checklists.noLabel')}
        </span>
        {line.kind !== 'end' && <span className="soft editor-type">{type}</span>}
        {faulty && <ExclamationCircleFilled className="editor-wrong" aria-label={t('checklists.hasFault')} />}
      </button>
    </li>
  );
}
