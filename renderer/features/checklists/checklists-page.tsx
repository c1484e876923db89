import { ImportOutlined, OrderedListOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { builderLanguages } from '../../../shared/checklists/text-head';
import { officeScope } from '../../../shared/records/record-schemas';
import { useStore } from '../../data/store-context';
import { useChecklists } from '../../data/use-checklists';
import { useMayMakeChecklists } from '../../data/use-may-make-checklists';
import { EmptyNote } from '../../ui/empty-note';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { type Said, SaidAlert } from '../../ui/said-alert';
import './checklists-page.css';
import { FamilyTable } from './family-table';
import { ImportDialog } from './import-dialog';
import { listFamilies } from './list-families';

/** The checklists of the office: what is filled at the stops, and the drafts that will be. */
export function ChecklistsPage() {
  const { t } = useTranslation();
  const store = useStore();
  const navigate = useNavigate();
  const once = useOneAtATime();
  const checklists = useChecklists();
  const mayMake = useMayMakeChecklists();
  const [importing, setImporting] = useState(false);
  const [said, setSaid] = useState<Said>();

  async function add() {
    const id = store.newId();
    const title = t('checklists.untitled');
    const settings = {
      form_title: title,
      form_id: `checklist_${id.slice(-12)}`,
      default_language: builderLanguages[0],
    };
    const values = { title, version: '1', draft: true, settings };
    const saved = await store.save([{ kind: 'checklist', id, tour: officeScope, values }]);
    if (saved.ok) await navigate(`/checklists/${id}`);
  }

  const families = checklists && listFamilies(checklists);
  const addButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => once(add)}>
      {t('checklists.add')}
    </Button>
  );
  return (
    <main className="page checklists">
      <div className="page-head">
        <h1>{t('checklists.title')}</h1>
        {mayMake && (
          <div className="page-actions">
            <Button icon={<ImportOutlined />} onClick={() => setImporting(true)}>
              {t('checklists.import')}
            </Button>
            {families?.length !== 0 && addButton}
          </div>
        )}
      </div>
      {!mayMake && <Alert type="info" showIcon title={t('checklists.onlyOffice')} />}
      <SaidAlert said={said} onClose={() => setSaid(undefined)} />
      {families?.length === 0 && (
        <EmptyNote
          icon={<OrderedListOutlined />}
          title={t('checklists.none')}
          hint={mayMake && t('checklists.noneHint')}
          action={mayMake && addButton}
        />
      )}
      {families && families.length > 0 && (
        <FamilyTable
          families={families}
          mayMake={mayMake}
          onSaid={(kind, words) => setSaid({ kind, words })}
        />
      )}
      {importing && checklists && (
        <ImportDialog checklists={checklists} onClose={() => setImporting(false)} />
      )}
    </main>
  );
}
