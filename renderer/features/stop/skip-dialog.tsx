import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../../ui/reason-field';

interface SkipDialogProps {
  readonly onSkip: (reason: string) => void;
  readonly onClose: () => void;
}

/** A stop is skipped only with a reason: the minutes have to say why nobody went. */
export function SkipDialog({ onSkip, onClose }: SkipDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const skip = () => void (given !== '' && onSkip(given));
  return (
    <Modal
      open
      title={t('stop.skipTitle')}
      okText={t('stop.skip')}
      cancelText={t('tours.cancel')}
      okButtonProps={{ disabled: given === '' }}
      onOk={skip}
      onCancel={onClose}
    >
      <ReasonField autoFocus label={t('stop.skipReason')} value={reason} onChange={setReason} onDone={skip} />
    </Modal>
  );
}
