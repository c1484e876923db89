import { PauseOutlined, CaretRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Transfers } from '../../data/use-transfers';
import { writtenSeconds } from '../../ui/written-seconds';
import { writtenSize } from '../../ui/written-size';

/** How fast files go, how much is left and for how long; and the button that stops them, which loses nothing. */
export function TransferBar({ transfers }: { readonly transfers: Transfers }) {
  const { t } = useTranslation();
  const { running, bytesLeft, bytesPerSecond, secondsLeft, settings, set } = transfers;
  const parts = settings.paused
    ? [t('transfers.paused')]
    : [
        running.length > 0 ? t('transfers.running', { n: running.length }) : t('transfers.waiting'),
        t('transfers.left', { size: writtenSize(bytesLeft) }),
        ...(bytesPerSecond > 0 ? [t('transfers.speed', { size: writtenSize(bytesPerSecond) })] : []),
        ...(secondsLeft === null ? [] : [t('transfers.time', { time: writtenSeconds(secondsLeft) })]),
      ];
  return (
    <div className="transfer-bar">
      <span className="figures">{parts.join(t('transfers.between'))}</span>
      <Button
        icon={settings.paused ? <CaretRightOutlined /> : <PauseOutlined />}
        onClick={() => void set({ paused: !settings.paused })}
      >
        {settings.paused ? t('transfers.goOn') : t('transfers.pause')}
      </Button>
    </div>
  );
}
