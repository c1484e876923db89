import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CheckId, CheckLine } from '../../../shared/tours/ready-checks';
import { useStore } from '../../data/store-context';
import { roughSpan } from '../../ui/rough-span';
import { type Device, tryDevice } from './device-tries';

interface CheckRowProps {
  readonly line: CheckLine;
  readonly tour: string;
  readonly again: () => void;
}

const icons: Readonly<Record<CheckLine['state'], ReactNode>> = {
  ok: <CheckCircleFilled aria-hidden="true" />,
  warn: <ExclamationCircleFilled aria-hidden="true" />,
  bad: <CloseCircleFilled aria-hidden="true" />,
};

/** Where somebody goes to do it. */
const pages: Readonly<Partial<Record<CheckId, (tour: string) => string>>> = {
  sites: (tour) => `/tours/${tour}/plan`,
  openStops: (tour) => `/tours/${tour}?show=plan`,
  silentStops: (tour) => `/tours/${tour}`,
  refused: () => '/sync',
  held: () => '/sync',
  conflicts: () => '/sync',
  server: () => '/settings',
};

const syncable: readonly CheckId[] = ['unsent', 'filesToSend', 'filesToFetch', 'lastPhotos', 'silentTeams'];

const isDevice = (id: CheckId): id is Device => id === 'camera' || id === 'microphone';

/** One check: how it stands in words and with a sign, what to do, and a button that does it where one can. */
export function CheckRow({ line, tour, again }: CheckRowProps) {
  const { t } = useTranslation();
  const store = useStore();
  const navigate = useNavigate();
  const { id, state, n, names } = line;
  const page = pages[id]?.(tour);
  const more = names.length > 6 ? '…' : '';
  const { unit, n: many } = roughSpan(n);
  // Of the clock alone, whose figure are minutes.
  const span = t(`sending.span.${unit}`, { n: many });

  return (
    <li className={`check-row check-row-${state}`}>
      <span className="check-row-icon">{icons[state]}</span>
      <span className="check-row-main">
        <strong>{t(`checks.lines.${id}.title`)}</strong>
        <span className="check-row-state">{t(`checks.${state}`)}</span>
        <span className={state === 'ok' ? 'soft' : undefined}>
          {state === 'ok' ? t(`checks.lines.${id}.ok`, { n }) : t(`checks.lines.${id}.todo`, { n, span })}
        </span>
        {names.length > 0 && (
          <span className="soft">
            {names.slice(0, 6).join(t('checks.comma'))}
            {more}
          </span>
        )}
      </span>
      {state !== 'ok' && page && <Button onClick={() => void navigate(page)}>{t('checks.goThere')}</Button>}
      {state !== 'ok' && syncable.includes(id) && (
        <Button
          onClick={() => {
            store.syncNow();
            void navigate('/sync');
          }}
        >
          {t('sync.now')}
        </Button>
      )}
      {isDevice(id) && (
        <Button onClick={() => void tryDevice(id).then(again)}>{t('checks.tryDevice')}</Button>
      )}
    </li>
  );
}
