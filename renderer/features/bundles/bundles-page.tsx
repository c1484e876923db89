import { FolderOpenOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBundles } from '../../data/bundles/use-bundles';
import { useProblemText } from '../../locales/use-problem-text';
import { BundleHistory } from './bundle-history';
import './bundles-page.css';
import { DevicesPanel } from './devices-panel';
import { ExportPanel } from './export-panel';
import { OpenDialog } from './open-dialog';
import { useBundleChoice } from './use-bundle-choice';
import { useOpenBundle } from './use-open-bundle';
import { WatchPanel } from './watch-panel';
import { WorkLine } from './work-line';

/** Work that travels without a network: bundles out, bundles in, and with whom. */
export function BundlesPage() {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { view, refresh } = useBundles();
  const choosing = useBundleChoice();
  const opening = useOpenBundle();
  const { step } = opening;
  return (
    <main className="page bundles">
      <div className="page-head">
        <div>
          <h1>{t('bundles.title')}</h1>
          <p className="soft">{t('bundles.intro')}</p>
        </div>
        <div className="page-actions">
          <Button icon={<FolderOpenOutlined />} onClick={() => void opening.open()}>
            {t('bundles.open')}
          </Button>
        </div>
      </div>
      {view && <WorkLine work={view.work} />}
      {step.kind === 'failed' && <Alert showIcon type="error" role="alert" title={describe(step.problem)} />}
      {step.kind === 'taken' && (
        <Alert
          showIcon
          type="success"
          title={t('bundles.taken', { n: step.added, name: step.bundle.name })}
        />
      )}
      {view && (
        <>
          <ExportPanel view={view} choosing={choosing} onWritten={refresh} />
          <WatchPanel view={view} wanted={choosing.wanted} onChanged={() => void refresh()} />
          <DevicesPanel view={view} onChanged={() => void refresh()} />
          <BundleHistory view={view} />
        </>
      )}
      <OpenDialog opening={opening} />
    </main>
  );
}
