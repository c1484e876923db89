import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BundlesView } from '../../data/bundles/use-bundles';
import { callBridge } from '../../data/call-bridge';
import { writtenSize } from '../../ui/written-size';

/** How far the bundle is that is being written or read, in bytes, and the way out. */
export function WorkLine({ work }: { readonly work: BundlesView['work'] }) {
  const { t } = useTranslation();
  if (work.kind === 'idle') return null;
  const done = Math.min(work.bytes, work.of);
  const words = t(work.kind === 'writing' ? 'bundles.writing' : 'bundles.reading');
  return (
    <section className="panel bundles-work" aria-label={words}>
      <span>{words}</span>
      <Progress
        aria-label={words}
        percent={work.of === 0 ? 0 : Math.floor((100 * done) / work.of)}
        format={() => `${writtenSize(done)} / ${writtenSize(work.of)}`}
      />
      <Button onClick={() => void callBridge('bundles.cancel', {})}>{t('bundles.cancel')}</Button>
    </section>
  );
}
