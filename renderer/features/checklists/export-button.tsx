import { DownOutlined, ExportOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../shared/records/checklist';
import type { TableFormat } from '../../../shared/protocol/table-calls';
import type { Sheet } from '../../../shared/tables/workbook';
import { writeXlsform } from '../../../shared/xlsform/write-xlsform';
import { callBridge } from '../../data/call-bridge';
import { useProblemText } from '../../locales/use-problem-text';

interface ExportButtonProps {
  readonly checklist: Checklist;
  readonly onSaid: (kind: 'success' | 'error', words: string) => void;
}

/** The checklist as an XLSForm workbook; the CSV files that belong to it are files of their own. */
export function ExportButton({ checklist, onSaid }: ExportButtonProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const files = Object.keys(checklist.lists);

  async function save(name: string, sheets: readonly Sheet[], format: TableFormat) {
    const copies = sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((row) => [...row]) }));
    const saved = await callBridge('tables.save', { name, sheets: copies, format });
    if (!saved.ok) onSaid('error', describe(saved.problem));
    else if (saved.value.kind === 'written')
      onSaid('success', t('checklists.written', { name: saved.value.name }));
  }

  const saveForm = () =>
    save(checklist.title || t('checklists.untitled'), writeXlsform(checklist).sheets, 'xlsx');
  const label = t('checklists.exportOf', { title: checklist.title });
  if (files.length === 0) {
    return (
      <Button icon={<ExportOutlined />} aria-label={label} onClick={() => void saveForm()}>
        {t('checklists.export')}
      </Button>
    );
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: '', label: t('checklists.exportForm') },
          ...files.map((file) => ({ key: file, label: t('checklists.exportList', { file }) })),
        ],
        onClick: ({ key }) => {
          const list = checklist.lists[key];
          if (!list) return void saveForm();
          const sheet = { name: key, rows: [list.columns, ...list.rows] };
          void save(key.replace(/\.csv$/i, ''), [sheet], 'csv');
        },
      }}
    >
      <Button icon={<ExportOutlined />} aria-label={label}>
        {t('checklists.export')} <DownOutlined />
      </Button>
    </Dropdown>
  );
}
