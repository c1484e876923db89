import { ExportOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import type { BridgeOutput } from '../../../shared/protocol/bridge';
import type { BundlesView } from '../../data/bundles/use-bundles';
import { callBridge } from '../../data/call-bridge';
import { useProblemText } from '../../locales/use-problem-text';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { writtenSize } from '../../ui/written-size';
import type { useBundleChoice } from './use-bundle-choice';

interface ExportPanelProps {
  readonly view: BundlesView;
  readonly choosing: ReturnType<typeof useBundleChoice>;
  /** Lets the page know that the work is over. */
  readonly onWritten: () => Promise<void>;
}

type Written = BridgeOutput<'bundles.write'>;

/** What goes to whom, how much that is, and the button that writes it. Nothing is called written before it was read back. */
export function ExportPanel({ view, choosing, onWritten }: ExportPanelProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const once = useOneAtATime();
  const ids = { tours: useId(), receivers: useId() };
  const { tours, choice, wanted, plan, change } = choosing;
  const [written, setWritten] = useState<Written | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const receivers = view.devices.filter(({ revoked }) => !revoked);
  const shown = problem ?? choosing.problem;

  async function write() {
    setWritten(null);
    setProblem(null);
    const answer = await callBridge('bundles.write', wanted);
    // Else the stick may be pulled out and must not be, at once.
    await onWritten();
    if (!answer.ok) setProblem(answer.problem);
    else if (answer.value.kind === 'written') setWritten(answer.value);
  }

  return (
    <section className="panel bundles-section" aria-label={t('bundles.whatTitle')}>
      <h2>{t('bundles.whatTitle')}</h2>
      <div className="bundles-row">
        <label htmlFor={ids.tours}>{t('bundles.tours')}</label>
        <div className="stack">
          <Select
            id={ids.tours}
            aria-label={t('bundles.tours')}
            mode="multiple"
            optionFilterProp="label"
            placeholder={t('bundles.toursHint')}
            value={[...choice.tours]}
            options={tours.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(chosen: string[]) => change({ tours: chosen })}
          />
          <Checkbox checked={choice.office} onChange={(event) => change({ office: event.target.checked })}>
            {t('bundles.office')}
          </Checkbox>
        </div>
      </div>
      <div className="bundles-row">
        <span id={ids.receivers}>{t('bundles.receivers')}</span>
        {receivers.length === 0 ? (
          <p className="soft">{t('bundles.noReceivers')}</p>
        ) : (
          <Checkbox.Group
            aria-labelledby={ids.receivers}
            value={[...choice.receivers]}
            options={receivers.map(({ device, name }) => ({ value: device, label: name }))}
            onChange={(chosen) => change({ receivers: chosen })}
          />
        )}
      </div>
      <div className="bundles-row">
        <span>{t('bundles.content')}</span>
        <div className="stack bundles-boxes">
          <Checkbox checked={choice.files} onChange={(event) => change({ files: event.target.checked })}>
            {t('bundles.originals')}
          </Checkbox>
          <Checkbox checked={choice.all} onChange={(event) => change({ all: event.target.checked })}>
            {t('bundles.everything')}
          </Checkbox>
        </div>
      </div>
      <div className="bundles-foot">
        <Button
          type="primary"
          icon={<ExportOutlined />}
          disabled={plan === null || view.work.kind !== 'idle'}
          onClick={() => once(write)}
        >
          {t('bundles.exportTo')}
        </Button>
        <output className="soft figures">{plan ? estimate() : t('bundles.chooseFirst')}</output>
      </div>
      {shown && <Alert showIcon type="error" role="alert" title={describe(shown)} />}
      {written && (
        <Alert
          showIcon
          type={written.leftOut > 0 ? 'warning' : 'success'}
          title={t('bundles.written', {
            names: written.names.join(t('bundles.list')),
            size: writtenSize(written.bytes),
          })}
          description={written.leftOut > 0 && t('bundles.leftOut', { n: written.leftOut })}
        />
      )}
    </section>
  );

  function estimate(): string {
    const { changes = 0, files = 0, bytes = 0, missing = 0 } = plan ?? {};
    const size = writtenSize(bytes);
    const what =
      changes + files === 0 ? t('bundles.estimateReceipts') : t('bundles.estimate', { changes, files, size });
    return missing > 0 ? `${what} ${t('bundles.missing', { n: missing })}` : what;
  }
}
