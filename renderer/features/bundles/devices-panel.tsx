import { CopyOutlined, QrcodeOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Modal, QRCode, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import type { BridgeInput } from '../../../shared/protocol/bridge';
import type { BundlesView } from '../../data/bundles/use-bundles';
import { callBridge } from '../../data/call-bridge';
import { useStore } from '../../data/store-context';
import { useProblemText } from '../../locales/use-problem-text';

interface DevicesPanelProps {
  readonly view: BundlesView;
  readonly onChanged: () => void;
}

/** Who bundles are exchanged with: the card of this computer for them, and theirs. */
export function DevicesPanel({ view, onChanged }: DevicesPanelProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const [copied, setCopied] = useState(false);
  const [isCodeShown, showCode] = useState(false);
  const [card, setCard] = useState('');
  const [added, setAdded] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const newcomer = view.devices.find(({ device }) => device === added);

  async function add() {
    const answer = await callBridge('bundles.keepDevice', { card });
    setProblem(answer.ok ? null : answer.problem);
    setAdded(answer.ok ? answer.value.device : null);
    if (answer.ok) setCard('');
    onChanged();
  }

  return (
    <section className="panel bundles-section" aria-label={t('bundles.devices')}>
      <h2>{t('bundles.me')}</h2>
      <p className="soft">{t('bundles.meHint')}</p>
      <div className="bundles-foot">
        <Button
          icon={<CopyOutlined />}
          onClick={() => void navigator.clipboard.writeText(view.card).then(() => setCopied(true))}
        >
          {t('bundles.copy')}
        </Button>
        <Button icon={<QrcodeOutlined />} onClick={() => showCode(true)}>
          {t('bundles.showCode')}
        </Button>
        {copied && <output className="bundles-good">{t('bundles.copied')}</output>}
      </div>
      <p>
        <span className="soft">{t('bundles.fingerprint')}</span>{' '}
        <span className="bundles-fingerprint figures">{view.fingerprint}</span>
      </p>
      <h2>{t('bundles.devices')}</h2>
      {view.devices.length === 0 && <p className="soft">{t('bundles.noDevices')}</p>}
      <ul className="bundles-devices">
        {view.devices.map((one) => (
          <DeviceLine key={one.device} device={one} onChanged={onChanged} />
        ))}
      </ul>
      <div className="bundles-add">
        <Input
          aria-label={t('bundles.addCard')}
          placeholder={t('bundles.cardHint')}
          value={card}
          maxLength={2000}
          onChange={(event) => setCard(event.target.value)}
          onPressEnter={() => void add()}
        />
        <Button disabled={card.trim() === ''} onClick={() => void add()}>
          {t('bundles.add')}
        </Button>
      </div>
      {problem && <Alert showIcon type="error" role="alert" title={describe(problem)} />}
      {newcomer && (
        <Alert
          showIcon
          type="success"
          title={t('bundles.added', { name: newcomer.name })}
          description={<span className="bundles-fingerprint figures">{newcomer.fingerprint}</span>}
        />
      )}
      {isCodeShown && (
        <Modal open footer={null} title={t('bundles.codeTitle')} onCancel={() => showCode(false)}>
          <figure className="bundles-figure" aria-label={t('bundles.codeTitle')}>
            {/* Dark on light in every theme, or cameras do not read it; its name is the figure's. */}
            <div aria-hidden="true">
              <QRCode
                className="bundles-code"
                type="svg"
                size={320}
                errorLevel="L"
                color="#000"
                bgColor="#fff"
                value={view.card}
              />
            </div>
          </figure>
        </Modal>
      )}
    </section>
  );
}

interface DeviceLineProps {
  readonly device: BundlesView['devices'][number];
  readonly onChanged: () => void;
}

function DeviceLine({ device: one, onChanged }: DeviceLineProps) {
  const { t } = useTranslation();
  const store = useStore();
  const { device, name, fingerprint, revoked } = one;
  const change = (what: BridgeInput<'bundles.changeDevice'>['change']) =>
    void store.changeDevice(device, what).then(onChanged);
  return (
    <li className="bundles-device">
      <span className="bundles-device-name">{name}</span>
      <span className="bundles-fingerprint figures">{fingerprint}</span>
      {revoked && (
        <Tag color="error" title={t('bundles.revokedHint')}>
          {t('bundles.revoked')}
        </Tag>
      )}
      <span className="bundles-device-actions">
        {revoked ? (
          <Button aria-label={t('bundles.allowOf', { name })} onClick={() => change('allow')}>
            {t('bundles.allow')}
          </Button>
        ) : (
          <Button danger aria-label={t('bundles.revokeOf', { name })} onClick={() => change('revoke')}>
            {t('bundles.revoke')}
          </Button>
        )}
        <Button aria-label={t('bundles.removeOf', { name })} onClick={() => change('remove')}>
          {t('bundles.remove')}
        </Button>
      </span>
    </li>
  );
}
