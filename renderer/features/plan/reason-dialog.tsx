import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../../ui/reason-field';

interface ReasonDialogProps {
  /** The change in words: "望湖算力 移到第 2 位". */
  readonly words: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

/** The tour is under way: nothing of its route changes without saying why. */
export function ReasonDialog({ words, onReason, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const done = () => void (given !== '' && onReason(given));
  return (
    <Modal
      open
      title={words}
      okText={t('plan.confirm')}
      cancelText={t('tours.cancel')}
      okButtonProps={{ disabled: given === '' }}
      onOk={done}
      onCancel={onClose}
    >
      <p className="soft plan-why">{t('plan.whyReason')}</p>
      <ReasonField autoFocus label={t('plan.reason')} value={reason} onChange={setReason} onDone={done} />
    </Modal>
  );
}
