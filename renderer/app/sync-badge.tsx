import {
  CheckOutlined,
  ClockCircleOutlined,
  DisconnectOutlined,
  ExclamationCircleFilled,
  LaptopOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SyncStatus } from '../data/sync-status';
import { useObservable } from '../data/observable';
import { useStore } from '../data/store-context';
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

/** The bar has no room for more; whoever listens hears all of them. */
const mostParts = 2;

/** How far what was typed has come, in words. */
export function SyncBadge() {
  const { t } = useTranslation();
  const status = useSyncStatus();
  const hub = useObservable(useStore().hubStage);
  const { unsent, filesPending, refused, held, conflicts } = status;
  const stage = shownStage(status);
  const attention = stage === 'trouble' || refused + held > 0 || conflicts > 0;
  const waits =
    unsent > 0
      ? t('syncBadge.unsent', { n: unsent })
      : filesPending > 0 && t('syncBadge.files', { n: filesPending });
  const parts = [
    // Where there is no uplink, how it stands with the hub says more than that there is none.
    hub.stage !== 'off' && (stage === 'off' || stage === 'offline')
      ? t(`hub.badge.${hub.stage}`)
      : stageWords(status, t),
    refused > 0 && t('syncBadge.refused', { n: refused }),
    held > 0 && t('syncBadge.held', { n: held }),
    conflicts > 0 && t('syncBadge.conflicts', { n: conflicts }),
    stage !== 'off' && waits,
  ].filter((part) => part !== false && part !== '');
  return (
    <Link
      to="/sync"
      className={`sync-badge sync-badge-${stage}${attention ? ' sync-badge-attention' : ''}`}
      aria-label={t('syncBadge.label', { state: parts.join(' ') })}
      title={parts.join(' · ')}
    >
      {icons[stage]} <span className="cut">{parts.slice(0, mostParts).join(' · ')}</span>
    </Link>
  );
}

/** Nothing where the figure behind it says it all: "3 处改动待发". */
function stageWords(status: SyncStatus, t: TFunction): string {
  const stage = shownStage(status);
  if (stage === 'waiting') return '';
  if (stage !== 'trouble') return t(`syncBadge.${stage}`);
  switch (status.problem?.code) {
    case 'office.notJoined':
      return t('syncBadge.notJoined');
    case 'disk.full':
      return t('syncBadge.diskFull');
    case 'server.answerStrange':
      return t('syncBadge.strange');
    case undefined:
      // What was refused is counted behind it.
      return '';
    default:
      return t('syncBadge.trouble');
  }
}
