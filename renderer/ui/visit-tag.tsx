import {
  CheckCircleFilled,
  ClockCircleOutlined,
  MinusCircleOutlined,
  PlusCircleOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './visit-tag.css';

type VisitStatus = 'planned' | 'visited' | 'skipped' | 'added' | 'swapped';

const icons: Readonly<Record<VisitStatus, ReactNode>> = {
  planned: <ClockCircleOutlined />,
  visited: <CheckCircleFilled />,
  skipped: <MinusCircleOutlined />,
  added: <PlusCircleOutlined />,
  swapped: <SwapOutlined />,
};

/** The status of a stop in words and with an icon, so that no colour has to be told apart. */
export function VisitTag({ status }: { readonly status: VisitStatus }) {
  const { t } = useTranslation();
  return (
    <span className={`visit-tag visit-tag-${status}`}>
      {icons[status]} {t(`stop.visitStatus.${status}`)}
    </span>
  );
}
