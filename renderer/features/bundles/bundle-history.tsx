import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BundlesView } from '../../data/bundles/use-bundles';
import { useLanguage } from '../../locales/use-problem-text';
import { labelTime } from '../../ui/label-time';
import { writtenSize } from '../../ui/written-size';

/** Which bundles were written and imported, newest first, and whose receipts came back. */
export function BundleHistory({ view }: { readonly view: BundlesView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const namesOf = (devices: readonly string[]) =>
    devices
      .map((device) => view.devices.find((one) => one.device === device)?.name ?? t('bundles.unknownDevice'))
      .join(t('bundles.list'));
  return (
    <section className="panel bundles-section" aria-label={t('bundles.history')}>
      <h2>{t('bundles.history')}</h2>
      {view.log.length === 0 && <p className="soft">{t('bundles.noHistory')}</p>}
      <ul className="bundles-log">
        {view.log.map((entry) => (
          <li key={`${entry.kind} ${entry.bundle}`} className="bundles-log-line">
            <Tag color={entry.kind === 'written' ? 'blue' : 'green'}>{t(`bundles.kind.${entry.kind}`)}</Tag>
            <span className="figures soft">{labelTime(entry.at, language)}</span>
            <span>{namesOf(entry.devices)}</span>
            <span className="figures">
              {t('bundles.historyWhat', {
                changes: entry.changes,
                files: entry.files,
                size: writtenSize(entry.bytes),
              })}
            </span>
            <span className="soft">
              {entry.kind === 'written' && receiptWords(entry.receiptedBy, entry.changes + entry.files)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

  function receiptWords(by: readonly string[], content: number): string {
    if (by.length > 0) return t('bundles.receipted', { names: namesOf(by) });
    return content === 0 ? '' : t('bundles.receiptWaiting');
  }
}
