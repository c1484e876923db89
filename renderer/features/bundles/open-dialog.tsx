import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedBundle } from '../../data/bundles/read-bundle';
import { useLanguage } from '../../locales/use-problem-text';
import { FactList } from '../../ui/fact-list';
import { labelTime } from '../../ui/label-time';
import type { useOpenBundle } from './use-open-bundle';

/** What an opened bundle holds before it is imported; for an unknown sender the question who that is. */
export function OpenDialog({ opening }: { readonly opening: ReturnType<typeof useOpenBundle> }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const { step } = opening;
  if (step.kind === 'unknownSender') {
    const { file, fingerprint } = step.opening;
    return (
      <Modal
        open
        title={t('bundles.unknownTitle')}
        okText={t('bundles.unknownConfirm')}
        cancelText={t('bundles.cancel')}
        okButtonProps={{ disabled: name.trim() === '' }}
        onOk={() => void opening.trust(name)}
        onCancel={opening.close}
      >
        <div className="stack">
          <p>{t('bundles.unknownText', { file })}</p>
          <p className="bundles-fingerprint figures">{fingerprint}</p>
          <Input
            aria-label={t('bundles.unknownName')}
            placeholder={t('bundles.unknownName')}
            maxLength={50}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
      </Modal>
    );
  }
  if (step.kind !== 'opened' && step.kind !== 'taking') return null;
  const isTaking = step.kind === 'taking';
  const added = step.kind === 'opened' ? step.added : null;
  return (
    <Modal
      open
      title={t('bundles.previewTitle')}
      onCancel={isTaking ? undefined : opening.close}
      closable={!isTaking}
      footer={
        <>
          <Button disabled={isTaking} onClick={opening.close}>
            {t('bundles.cancel')}
          </Button>
          <Button
            type="primary"
            loading={isTaking}
            disabled={added === null}
            onClick={() => void opening.take()}
          >
            {t(isTaking ? 'bundles.taking' : 'bundles.take')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <BundleFacts bundle={step.bundle} added={added} />
        {step.bundle.known && <Alert showIcon type="info" title={t('bundles.knownHint')} />}
      </div>
    </Modal>
  );
}

interface BundleFactsProps {
  readonly bundle: OpenedBundle;
  readonly added: number | null;
}

function BundleFacts({ bundle, added }: BundleFactsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { changes, files, newFiles, titles } = bundle;
  const isEmpty = changes === 0 && files.length === 0;
  const content = titles.length > 0 ? titles.join(t('bundles.list')) : t('bundles.officeOnly');
  return (
    <FactList
      facts={[
        [t('bundles.from'), bundle.name],
        [t('bundles.at'), labelTime(bundle.at, language)],
        [t('bundles.content'), isEmpty ? t('bundles.receiptsOnly') : content],
        [
          t('bundles.changes'),
          added === null ? t('bundles.counting') : t('bundles.changesNew', { n: changes, added }),
        ],
        [t('bundles.files'), t('bundles.filesNew', { n: files.length, added: newFiles })],
        [t('bundles.receiptsIn'), bundle.receipts > 0 ? String(bundle.receipts) : ''],
      ]}
    />
  );
}
