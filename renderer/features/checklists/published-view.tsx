import { EditOutlined } from '@ant-design/icons';
import { Alert, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { familyOf } from '../../../shared/checklists/newest-checklists';
import { nextVersion } from '../../../shared/checklists/next-version';
import type { Checklist } from '../../../shared/records/checklist';
import { officeScope } from '../../../shared/records/record-schemas';
import { useMayMakeChecklists } from '../../data/use-may-make-checklists';
import { useStore } from '../../data/store-context';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { copyChecklist } from './copy-checklist';
import { ExportButton } from './export-button';
import { FormPreview } from './form-preview';
import { ItemList } from './item-list';
import { listFamilies } from './list-families';
import { HistoryButton } from '../../capture/fields/history-button';

interface PublishedViewProps {
  readonly checklist: Checklist;
  readonly checklists: readonly Checklist[];
}

/** A published version, which never changes, and the way to the next one; a draft, where it is others who make it. */
export function PublishedView({ checklist, checklists }: PublishedViewProps) {
  const { t } = useTranslation();
  const store = useStore();
  const once = useOneAtATime();
  const navigate = useNavigate();
  const mayMake = useMayMakeChecklists();
  const [selected, setSelected] = useState(-1);
  const [said, setSaid] = useState<{ readonly kind: 'success' | 'error'; readonly words: string }>();
  const family = listFamilies(checklists).find(({ id }) => id === familyOf(checklist));
  const versions = family?.all.filter((one) => !one.draft && one.id !== checklist.id) ?? [];

  async function edit() {
    if (family?.draft) return navigate(`/checklists/${family.draft.id}`);
    const id = store.newId();
    const version = nextVersion(family?.published?.version ?? checklist.version);
    const values = copyChecklist(checklist, { family: familyOf(checklist), version });
    const saved = await store.save([{ kind: 'checklist', id, tour: officeScope, values }]);
    if (saved.ok) await navigate(`/checklists/${id}`);
  }

  return (
    <main className="page editor" data-page-record={checklist.id}>
      <header className="editor-head">
        <Link to="/checklists">{t('checklists.back')}</Link>
        <h1>{checklist.title || t('checklists.untitled')}</h1>
        {checklist.draft ? (
          <Tag color="warning">{t('checklists.draft')}</Tag>
        ) : (
          <Tag color="success">{t('checklists.published', { version: checklist.version })}</Tag>
        )}
        <span className="editor-gap" />
        <HistoryButton kind="checklist" id={checklist.id} />
        <ExportButton checklist={checklist} onSaid={(kind, words) => setSaid({ kind, words })} />
        {mayMake && (
          <Button type="primary" icon={<EditOutlined />} onClick={() => once(edit)}>
            {t(family?.draft ? 'checklists.toDraft' : 'checklists.newVersion')}
          </Button>
        )}
      </header>
      <Alert type="info" showIcon title={t(mayMake ? 'checklists.fixed' : 'checklists.onlyOffice')} />
      {said && <Alert type={said.kind} showIcon role="alert" title={said.words} />}
      {versions.length > 0 && (
        <p className="editor-versions">
          <span className="soft">{t('checklists.otherVersions')}</span>
          {versions.map((one) => (
            <Link key={one.id} to={`/checklists/${one.id}`}>
              {t('form.version', { version: one.version })}
            </Link>
          ))}
        </p>
      )}
      <div className="editor-two">
        <section className="panel editor-items" aria-label={t('checklists.itemList')}>
          <ItemList checklist={checklist} selected={selected} faulty={noRows} onSelect={setSelected} />
        </section>
        <FormPreview checklist={checklist} />
      </div>
    </main>
  );
}

const noRows: ReadonlySet<number> = new Set();
