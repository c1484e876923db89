import { LoadingOutlined } from '@ant-design/icons';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../ui/empty-note';
import { Look } from './look';

interface StartingProps {
  /** How many changes of the journal have been read. */
  readonly read: number;
  readonly of: number;
}

/** What stands in the window while a database is made again from the journal, which takes a minute where years are stored. */
export function Starting(props: StartingProps) {
  return (
    <Look>
      <ReadSoFar {...props} />
    </Look>
  );
}

function ReadSoFar({ read, of }: StartingProps) {
  const { t } = useTranslation();
  const percent = Math.floor((Math.min(read, of) / of) * 100);
  return (
    <main className="page" aria-live="polite">
      <EmptyNote
        icon={<LoadingOutlined />}
        title={t('trouble.readingJournal')}
        hint={<p>{t('trouble.readingJournalHint', { read, of })}</p>}
        action={<Progress percent={percent} aria-label={t('trouble.readingJournal')} />}
      />
    </main>
  );
}
