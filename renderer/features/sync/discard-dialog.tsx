import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import { useStore } from '../../data/store-context';
import { useProblemText } from '../../locales/use-problem-text';

interface DiscardDialogProps {
  readonly record: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Asks before what was refused is taken back: nobody else has these words. */
export function DiscardDialog({ record, title, onClose }: DiscardDialogProps) {
  const { t } = useTranslation();
  const store = useStore();
  const describe = useProblemText();
  const [problem, setProblem] = useState<Problem | null>(null);
  async function discard() {
    const done = await store.discardRefused(record);
    if (done.ok) onClose();
    else setProblem(done.problem);
  }
  return (
    <Modal
      open
      title={t('sending.discardTitle', { title })}
      okText={t('sending.discardYes')}
      okButtonProps={{ danger: true }}
      cancelText={t('tours.cancel')}
      onOk={() => void discard()}
      onCancel={onClose}
    >
      <p>{t('sending.discardText')}</p>
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
    </Modal>
  );
}
