import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import './photo.css';

export interface ImportLine {
  readonly kind: 'error' | 'warning' | 'info';
  readonly text: string;
}

interface ImportReportProps {
  readonly done: number;
  readonly all: number;
  readonly busy: boolean;
  readonly lines: readonly ImportLine[];
  readonly summary: string;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** How far an import is, the way to stop it, and afterwards what was left out and why. */
export function ImportReport({ done, all, busy, lines, summary, onCancel, onClose }: ImportReportProps) {
  const { t } = useTranslation();
  return (
    <section className="import-report" aria-label={t('photos.importing')}>
      {busy ? (
        <div className="import-report-line">
          <Progress percent={(done / all) * 100} showInfo={false} aria-label={t('photos.importing')} />
          <span className="figures">
            {done}/{all}
          </span>
          <Button onClick={onCancel}>{t('photos.cancel')}</Button>
        </div>
      ) : (
        <Alert
          showIcon
          type={
            lines.some(({ kind }) => kind === 'error') ? 'error' : lines.length > 0 ? 'warning' : 'success'
          }
          title={summary}
          closable={{ onClose, 'aria-label': t('photos.closeReport') }}
          description={lines.length > 0 && <Lines lines={lines} />}
        />
      )}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly ImportLine[] }) {
  const { t } = useTranslation();
  const list = (some: readonly ImportLine[]) => (
    <ul>
      {some.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
  if (lines.length <= 4) return list(lines);
  return (
    <details>
      <summary>{t('photos.reportMore', { n: lines.length })}</summary>
      {list(lines)}
    </details>
  );
}
