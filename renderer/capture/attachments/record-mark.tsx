import {
  CloudUploadOutlined,
  ExclamationCircleFilled,
  LaptopOutlined,
  PaperClipOutlined,
  PauseCircleOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilesPending, useRecordStatus } from '../../data/use-record-status';
import { useProblemText } from '../../locales/use-problem-text';

interface RecordMarkProps {
  readonly record: string;
  /** The files that belong to it, by their hash. */
  readonly files?: readonly string[];
}

const noFiles: readonly string[] = [];

/** Where one record is. Small, and not seen where all of it has arrived; a screen reader is told that, too. */
export function RecordMark({ record, files = noFiles }: RecordMarkProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const status = useRecordStatus(record);
  const pending = useFilesPending(files);
  if (!status) return null;
  switch (status.state) {
    case 'refused':
    case 'held':
      return (
        <Link
          to="/sync"
          className={`record-mark record-mark-${status.state}`}
          title={status.problem ? describe(status.problem) : undefined}
        >
          {status.state === 'held' ? <PauseCircleOutlined /> : <ExclamationCircleFilled />}{' '}
          {t(`sending.marks.${status.state}`)}
        </Link>
      );
    case 'local':
      return mark('local', <LaptopOutlined />, t('sending.marks.local'));
    case 'sending':
      return mark('sending', <SwapOutlined />, t('sending.marks.sending'));
    case 'sent':
      if (pending && pending.toSend > 0)
        return mark('files', <PaperClipOutlined />, t('sending.marks.files', { n: pending.toSend }));
      if (pending && pending.toFetch > 0)
        return mark(
          'files',
          <CloudUploadOutlined />,
          t('sending.marks.filesMissing', { n: pending.toFetch }),
        );
      return <span className="hidden-text">{t('sending.marks.sent')}</span>;
  }
}

function mark(state: string, icon: ReactNode, words: string) {
  return (
    <span className={`record-mark record-mark-${state}`}>
      {icon} {words}
    </span>
  );
}
