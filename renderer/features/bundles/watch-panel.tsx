import { Alert, Button, Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundlesView } from '../../data/bundles/use-bundles';
import { callBridge } from '../../data/call-bridge';
import { useProblemText } from '../../locales/use-problem-text';
import type { BundleWanted } from './use-bundle-choice';

interface WatchPanelProps {
  readonly view: BundlesView;
  readonly wanted: BundleWanted;
  readonly onChanged: () => void;
}

/** The folder from which bundles are taken by themselves, and into which they are written where that was chosen. */
export function WatchPanel({ view, wanted, onChanged }: WatchPanelProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const id = useId();
  const { folder, write, receivers } = view.watch;
  const choose = (none: boolean) => void callBridge('bundles.chooseFolder', { none }).then(onChanged);
  const names = receivers.map(
    (device) => view.devices.find((one) => one.device === device)?.name ?? t('bundles.unknownDevice'),
  );

  function keep(on: boolean) {
    const { scopes, receivers: chosen, files } = wanted;
    const next = on ? { write: true, receivers: chosen, files, scopes } : { ...view.watch, write: false };
    void callBridge('bundles.keepWatch', {
      write: next.write,
      receivers: next.receivers,
      files: next.files,
      scopes: next.scopes,
    }).then(onChanged);
  }

  return (
    <section className="panel bundles-section" aria-label={t('bundles.watchTitle')}>
      <h2>{t('bundles.watchTitle')}</h2>
      <p className="soft">{t('bundles.watchHint')}</p>
      <div className="bundles-foot">
        <span>{folder === '' ? t('bundles.watchNone') : t('bundles.watching', { folder })}</span>
        <Button onClick={() => choose(false)}>{t('bundles.watchChoose')}</Button>
        {folder !== '' && <Button onClick={() => choose(true)}>{t('bundles.watchStop')}</Button>}
      </div>
      {folder !== '' && (
        <div className="bundles-foot">
          <Switch
            id={id}
            aria-label={t('bundles.watchWrite')}
            checked={write}
            disabled={!write && wanted.receivers.length === 0}
            onChange={keep}
          />
          <label htmlFor={id}>{t('bundles.watchWrite')}</label>
          <span className="soft">
            {write
              ? t('bundles.watchWritten', { names: names.join(t('bundles.list')) })
              : t('bundles.watchWriteHint')}
          </span>
        </div>
      )}
      {view.watchProblem && folder !== '' && (
        <Alert showIcon type="warning" title={describe(view.watchProblem)} />
      )}
    </section>
  );
}
