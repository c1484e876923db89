import {
  CheckOutlined,
  ClockCircleOutlined,
  DisconnectOutlined,
  ExclamationCircleFilled,
  LaptopOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SyncStatus } from '../data/sync-status';
import { useConflicts } from '../data/use-conflicts';
import { useSyncStatus } from '../data/use-sync-status';
import { shownStage } from '../ui/shown-stage';

const icons: Readonly<Record<SyncStatus['stage'] | 'waiting', ReactNode>> = {
  off: <LaptopOutlined />,
  idle: <CheckOutlined />,
  working: <SwapOutlined />,
  waiting: <ClockCircleOutlined />,
  offline: <DisconnectOutlined />,
  trouble: <ExclamationCircleFilled />,
};

/** How far what was typed has come, in words. */
export function SyncBadge() {
  const { t } = useTranslation();
  const status = useSyncStatus();
  const { unsent, refused } = status;
  const stage = shownStage(status);
  const conflicts = useConflicts()?.length ?? 0;
  const attention = stage === 'trouble' || refused.length > 0 || conflicts > 0;
  const parts = [
    t(`syncBadge.${stage}`),
    ...(unsent > 0 && stage !== 'off' ? [t('syncBadge.unsent', { n: unsent })] : []),
    ...(conflicts > 0 ? [t('syncBadge.conflicts', { n: conflicts })] : []),
  ];
  return (
    <Link
      to="/sync"
      className={`sync-badge sync-badge-${stage}${attention ? ' sync-badge-attention' : ''}`}
      aria-label={t('syncBadge.label', { state: parts.join(' ') })}
    >
      {icons[stage]} {parts.join(' · ')}
    </Link>
  );
}
