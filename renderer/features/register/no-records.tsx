import { ContactsOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RegisterTable } from '../../../shared/tables/table-columns';
import { useStartImport } from '../../data/import-context';
import { EmptyNote } from '../../ui/empty-note';

interface NoRecordsProps {
  readonly table: RegisterTable;
  readonly query: string;
}

/** What stands where a list is empty: how to fill it, or that nothing answers to the words. */
export function NoRecords({ table, query }: NoRecordsProps) {
  const { t } = useTranslation();
  const startImport = useStartImport();
  if (query.trim() !== '') return <p className="soft">{t('register.noMatch', { query })}</p>;
  return (
    <section className="panel">
      <EmptyNote
        icon={<ContactsOutlined />}
        title={t(`register.empty.${table}`)}
        hint={<p>{t('register.emptyHint')}</p>}
        action={
          <Button type="primary" onClick={() => startImport(table)}>
            {t('register.import')}
          </Button>
        }
      />
    </section>
  );
}
