import { Alert, InputNumber, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import { useTransfers } from '../../data/use-transfers';
import { useProblemText } from '../../locales/use-problem-text';

/** How photos and other files travel. Taken over at once: nothing that was sent already is lost by it. */
export function TransferSettings() {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { settings, set } = useTransfers();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [limit, setLimit] = useState(settings.limitKilobytes);
  const limitId = useId();
  async function change(values: Parameters<typeof set>[0]) {
    const written = await set(values);
    setProblem(written.ok ? null : written.problem);
  }
  return (
    <section className="panel settings-section" aria-label={t('transfers.title')}>
      <h2>{t('transfers.title')}</h2>
      <div className="settings-row">
        <span>{t('transfers.first')}</span>
        <div>
          <Segmented
            aria-label={t('transfers.first')}
            value={settings.first}
            onChange={(first) => void change({ first })}
            options={(['thumbs', 'originals'] as const).map((value) => ({
              value,
              label: t(`transfers.firsts.${value}`),
            }))}
          />
          <p className="soft settings-hint">{t('transfers.firstHint')}</p>
        </div>
      </div>
      <div className="settings-row">
        <span>{t('transfers.order')}</span>
        <Segmented
          aria-label={t('transfers.order')}
          value={settings.order}
          onChange={(order) => void change({ order })}
          options={(['newest', 'smallest'] as const).map((value) => ({
            value,
            label: t(`transfers.orders.${value}`),
          }))}
        />
      </div>
      <div className="settings-row">
        <label htmlFor={limitId}>{t('transfers.limit')}</label>
        <div>
          <InputNumber
            id={limitId}
            min={0}
            max={1_000_000}
            precision={0}
            step={50}
            suffix={t('transfers.perSecond')}
            value={limit}
            onChange={(value) => setLimit(value ?? 0)}
            onBlur={() => void change({ limitKilobytes: limit })}
            onPressEnter={() => void change({ limitKilobytes: limit })}
          />
          <p className="soft settings-hint">{t('transfers.limitHint')}</p>
        </div>
      </div>
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
    </section>
  );
}
