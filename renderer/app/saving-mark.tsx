import { CheckCircleFilled, CloseCircleFilled, EditOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Saving } from '../data/store';
import { useSaving } from '../data/use-saving';

const icons: Readonly<Record<Saving['state'], ReactNode>> = {
  saved: <CheckCircleFilled />,
  saving: <EditOutlined />,
  failed: <CloseCircleFilled />,
};

/** 已保存 means on disk. Always in view; screen readers hear only a failure at once. */
export function SavingMark() {
  const { t } = useTranslation();
  const { state } = useSaving();
  return (
    <output
      className={`saving-mark saving-mark-${state}`}
      aria-live={state === 'failed' ? 'assertive' : 'off'}
      title={state === 'saved' ? t('saving.savedHint') : undefined}
    >
      {icons[state]} {t(`saving.${state}`)}
    </output>
  );
}
