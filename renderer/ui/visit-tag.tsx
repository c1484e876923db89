import {
  CheckCircleFilled,
  ClockCircleOutlined,
  MinusCircleOutlined,
  PlusCircleOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stop } from '../../shared/records/stop';
import { wasVisited } from '../../shared/records/was-visited';
import './visit-tag.css';

type VisitStatus = Stop['status'];

const icons: Readonly<Record<VisitStatus, ReactNode>> = {
  planned: <ClockCircleOutlined />,
  visited: <CheckCircleFilled />,
  skipped: <MinusCircleOutlined />,
  added: <PlusCircleOutlined />,
  swapped: <SwapOutlined />,
};

/** How it stands with a stop in words and with an icon, so that no colour has to be told apart; two marks for a visit that was not planned. */
export function VisitTag({ stop }: { readonly stop: Pick<Stop, 'status' | 'visitedAt'> }) {
  const { status } = stop;
  return (
    <span className="visit-tags">
      {wasVisited(stop) && <Tag status="visited" />}
      {!(wasVisited(stop) && (status === 'planned' || status === 'visited')) && <Tag status={status} />}
    </span>
  );
}

function Tag({ status }: { readonly status: VisitStatus }) {
  const { t } = useTranslation();
  return (
    <span className={`visit-tag visit-tag-${status}`}>
      {icons[status]} {t(`stop.visitStatus.${status}`)}
    </span>
  );
}
