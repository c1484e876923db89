import { DeleteOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';

interface RemoveButtonProps {
  /** The question; without one that of a record. */
  readonly ask?: string;
  readonly onRemove: () => void;
}

/** Deletes after a question that says it can be brought back. */
export function RemoveButton({ ask, onRemove }: RemoveButtonProps) {
  const { t } = useTranslation();
  return (
    <Popconfirm
      title={ask ?? t('stop.removeAsk')}
      description={t('stop.removeSure')}
      okText={t('stop.remove')}
      cancelText={t('stop.keep')}
      onConfirm={onRemove}
    >
      <Button type="text" icon={<DeleteOutlined />} aria-label={t('stop.remove')} title={t('stop.remove')} />
    </Popconfirm>
  );
}
