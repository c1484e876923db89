import { DownOutlined, ExportOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RegisterTable } from '../../../shared/tables/table-columns';
import type { Register } from '../../../shared/tables/table-reading';
import {
  type RowTable,
  writeRegisterTable,
  writeTemplate,
} from '../../../shared/tables/write-register-table';
import { callBridge } from '../../data/call-bridge';
import { useProblemText } from '../../locales/use-problem-text';

interface ExportButtonsProps {
  readonly table: RegisterTable;
  readonly register: Register;
  /** What became of the file, in words. */
  readonly onSaid: (kind: 'success' | 'error', words: string) => void;
}

/** The list as a file that comes back the same, and an empty one to fill in. */
export function ExportButtons({ table, register, onSaid }: ExportButtonsProps) {
  const { t } = useTranslation();
  const describe = useProblemText();

  async function save(name: string, sheets: readonly RowTable[], format: 'xlsx' | 'csv') {
    const saved = await callBridge('tables.save', { name, sheets: [...sheets], format });
    if (!saved.ok) onSaid('error', describe(saved.problem));
    else if (saved.value.kind === 'written')
      onSaid('success', t('register.written', { name: saved.value.name }));
  }

  const name = t(`register.files.${table}`);
  return (
    <>
      <Button onClick={() => void save(t('register.templateName', { name }), writeTemplate(table), 'xlsx')}>
        {t('register.template')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'xlsx', label: t('register.exportXlsx') },
            { key: 'csv', label: t('register.exportCsv') },
          ],
          onClick: ({ key }) =>
            void save(name, [writeRegisterTable(table, register)], key === 'csv' ? 'csv' : 'xlsx'),
        }}
      >
        <Button icon={<ExportOutlined />}>
          {t('register.export')} <DownOutlined />
        </Button>
      </Dropdown>
    </>
  );
}
