import { OrderedListOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stop } from '../../../shared/records/stop';
import type { StopRecords } from '../../data/use-stop-records';
import type { TourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import './checklist-panel.css';
import { ChecklistPicker } from './checklist-picker';
import { ChecklistSheet } from './checklist-sheet';
import { listSheets } from './list-sheets';

interface ChecklistPanelProps {
  readonly view: TourView;
  readonly stop: Stop;
  readonly records: StopRecords;
  /** The cursor is wanted here, on the item named or on the first one. */
  readonly jump: boolean;
  readonly onJumped: () => void;
  /** The item that somebody came here for. */
  readonly item: { readonly sheet: string; readonly path: string } | null;
  readonly onShowIssue: (issue: string) => void;
}

/** The checklists of this stop: those that were begun, in the version they were begun with, and the newest of all others. */
export function ChecklistPanel({
  view,
  stop,
  records,
  jump,
  onJumped,
  item,
  onShowIssue,
}: ChecklistPanelProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const sheets = listSheets(view.checklists, records.answerSheets, stop.id);
  const wanted = chosen ?? item?.sheet ?? null;
  const current = sheets.find((entry) => entry.id === wanted) ?? sheets[0];
  if (!current)
    return (
      <EmptyNote icon={<OrderedListOutlined />} title={t('stop.noChecklist')} hint={t('form.noneHint')} />
    );
  return (
    <>
      {sheets.length > 1 && (
        // Whoever goes and chooses has the cursor: a form that is ready only now does not take it away.
        <ChecklistPicker sheets={sheets} current={current.id} onChoose={setChosen} onFocus={onJumped} />
      )}
      <ChecklistSheet
        key={current.id}
        entry={current}
        stop={stop}
        records={records}
        jump={jump}
        onJumped={onJumped}
        path={item?.sheet === current.id ? item.path : null}
        onShowIssue={onShowIssue}
        onRenewed={setChosen}
      />
    </>
  );
}
