import { FileSearchOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useChecklists } from '../../data/use-checklists';
import { useMayMakeChecklists } from '../../data/use-may-make-checklists';
import { EmptyNote } from '../../ui/empty-note';
import { Editor } from './editor';
import './editor-page.css';
import { PublishedView } from './published-view';

/** One version of a checklist: a draft is edited by who may, all else is looked at. */
export function EditorPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const checklists = useChecklists();
  const mayMake = useMayMakeChecklists();
  if (checklists === undefined) return <main className="page soft">{t('overview.loading')}</main>;
  const checklist = checklists.find((one) => one.id === id);
  if (!checklist) {
    return (
      <main className="page">
        <EmptyNote
          icon={<FileSearchOutlined />}
          title={t('checklists.notThere')}
          hint={t('checklists.notThereHint')}
        />
      </main>
    );
  }
  return checklist.draft && mayMake ? (
    <Editor key={id} checklist={checklist} checklists={checklists} />
  ) : (
    <PublishedView key={id} checklist={checklist} checklists={checklists} />
  );
}
