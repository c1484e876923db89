import { Input, Modal } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';

interface SkipDialogProps {
  readonly onSkip: (reason: string) => void;
  readonly onClose: () => void;
}

/** A stop is skipped only with a reason: the minutes have to say why nobody went. */
export function SkipDialog({ onSkip, onClose }: SkipDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const field = useFocusOnOpen<TextAreaRef>();
  const given = reason.trim();
  return (
    <Modal
      open
      title={t('stop.skipTitle')}
      okText={t('stop.skip')}
      cancelText={t('tours.cancel')}
      okButtonProps={{ disabled: given === '' }}
      onOk={() => onSkip(given)}
      onCancel={onClose}
    >
      <Input.TextArea
        ref={field}
        rows={2}
        className="growing"
        aria-label={t('stop.skipReason')}
        placeholder={t('stop.skipHint')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => {
          // An input method's own Enter takes its letters over and is not the person's.
          if (event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (given !== '') onSkip(given);
        }}
      />
    </Modal>
  );
}
