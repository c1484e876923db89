import { ImportOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { RegisterTable } from '../../../shared/tables/table-columns';
import { useStartImport } from '../../data/import-context';
import { useOfKind } from '../../data/use-register';
import { type Said, SaidAlert } from '../../ui/said-alert';
import { AddDialog } from './add-dialog';
import { EditDrawer } from './edit-drawer';
import { ExportButtons } from './export-buttons';
import { PeopleList } from './people-list';
import './register-page.css';
import { SiteList } from './site-list';
import { UnitList } from './unit-list';

const tables: readonly RegisterTable[] = ['sites', 'people', 'units'];

/** The register that all tours share: sites, people in order of rank, the tree of units. */
export function RegisterPage() {
  const { t } = useTranslation();
  const startImport = useStartImport();
  const [search, setSearch] = useSearchParams();
  const sites = useOfKind('site');
  const people = useOfKind('person');
  const units = useOfKind('unit');
  const [query, setQuery] = useState('');
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState<Said>();
  const table = tables.find((name) => name === search.get('tab')) ?? 'sites';
  const edited = search.get('edit');
  const edit = (id: string | null) => setSearch(id === null ? { tab: table } : { tab: table, edit: id });
  const counts = { sites, people, units };
  const list = { query, onEdit: edit, onAdd: () => setAdding(true) };
  const isWhole = sites?.complete && people?.complete && units?.complete;
  const register = isWhole ? { sites: sites.records, people: people.records, units: units.records } : null;
  return (
    <main className="page register">
      <div className="page-head">
        <h1>{t('register.title')}</h1>
        <div className="page-actions">
          {register && (
            <ExportButtons
              table={table}
              register={register}
              onSaid={(kind, words) => setSaid({ kind, words })}
            />
          )}
          <Button icon={<ImportOutlined />} onClick={() => startImport(table)}>
            {t('register.import')}
          </Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t(`register.add.${table}`)}
          </Button>
        </div>
      </div>
      <SaidAlert said={said} onClose={() => setSaid(undefined)} />
      <Tabs
        activeKey={table}
        onChange={(tab) => {
          setQuery('');
          setSearch({ tab });
        }}
        items={tables.map((name) => ({
          key: name,
          label: t(`register.tabs.${name}`, {
            n: counts[name]?.complete ? counts[name].records.length : '…',
          }),
          children: name === table && (
            <div className="stack">
              <Input
                prefix={<SearchOutlined />}
                className="register-search"
                allowClear
                value={query}
                aria-label={t('register.search')}
                placeholder={t('register.searchHint')}
                onChange={(event) => setQuery(event.target.value)}
              />
              {sites && name === 'sites' && <SiteList sites={sites.records} {...list} />}
              {register && name === 'people' && <PeopleList {...register} {...list} />}
              {register && name === 'units' && <UnitList {...register} {...list} />}
            </div>
          ),
        }))}
      />
      {register && edited !== null && (
        <EditDrawer key={edited} id={edited} table={table} register={register} onClose={() => edit(null)} />
      )}
      {register && adding && (
        <AddDialog
          table={table}
          register={register}
          onAdded={(id) => {
            setAdding(false);
            edit(id);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </main>
  );
}
