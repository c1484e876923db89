import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { openHistory } from '../../data/history-request';
import { useStore } from '../../data/store-context';
import { type DeletedRecord, useDeleted } from '../../data/use-deleted';
import { useLanguage } from '../../locales/use-problem-text';
import { EmptyNote } from '../../ui/empty-note';
import { labelTime } from '../../ui/label-time';
import './deleted-page.css';

/** Whatever was deleted from a tour and the register, to be brought back. */
export function DeletedPage() {
  const { t } = useTranslation();
  const { tour = '' } = useParams();
  const deleted = useDeleted(tour);
  return (
    <main className="page deleted">
      <div className="page-head">
        <div>
          <h1>{t('history.deleted')}</h1>
          <p className="soft">{t('history.deletedHint')}</p>
        </div>
      </div>
      {deleted?.length === 0 && (
        <div className="panel">
          <EmptyNote
            icon={<DeleteOutlined />}
            title={t('history.noneDeleted')}
            hint={t('history.noneDeletedHint')}
          />
        </div>
      )}
      {deleted && deleted.length > 0 && (
        <ul className="panel deleted-list">
          {deleted.map((entry) => (
            <DeletedLine key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </main>
  );
}

function DeletedLine({ entry }: { readonly entry: DeletedRecord }) {
  const { t } = useTranslation();
  const store = useStore();
  const language = useLanguage();
  const { id, kind, tour, title, by } = entry;
  return (
    <li className="deleted-line">
      <span className="deleted-kind soft">{t(`records.kinds.${kind}`)}</span>
      <span className="deleted-words">
        <span className="cut">{title}</span>
        <span className="soft deleted-by">
          {t('history.deletedBy', { author: by.author, at: labelTime(by.at, language) })}
        </span>
      </span>
      <Button onClick={() => openHistory(id)}>{t('history.title')}</Button>
      <Button
        type="primary"
        aria-label={t('history.bringBackThis', { title })}
        onClick={() => void store.save([{ kind, id, tour, values: { deleted: false } }])}
      >
        {t('history.bringBack')}
      </Button>
    </li>
  );
}
