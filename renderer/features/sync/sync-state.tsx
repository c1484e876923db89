import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SyncStatus } from '../../data/sync-status';
import { useProblemText } from '../../locales/use-problem-text';
import { isOnlyBlocked, shownStage } from '../../ui/shown-stage';

const tones = {
  waiting: 'info',
  off: 'info',
  idle: 'success',
  working: 'info',
  offline: 'warning',
  trouble: 'error',
} as const;

/** How it stands in one sentence, why, and what to do about it. */
export function SyncState({ status, isAtHub }: { readonly status: SyncStatus; readonly isAtHub: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const describe = useProblemText();
  const stage = shownStage(status);
  const code = status.problem?.code ?? '';
  const inSettings =
    stage === 'off' || /^(office|device|account|session)\./.test(code) || code === 'server.answerStrange';
  return (
    <Alert
      showIcon
      type={tones[stage]}
      title={
        stage === 'off' && isAtHub ? t('hub.only') : t(`sync.${isOnlyBlocked(status) ? 'blocked' : stage}`)
      }
      description={
        // Being away from the office is the usual thing: one sentence says it.
        status.problem && stage !== 'offline'
          ? describe(status.problem)
          : stage === 'off' && t('sync.offHint')
      }
      action={
        inSettings && <Button onClick={() => void navigate('/settings')}>{t('sending.toSettings')}</Button>
      }
    />
  );
}
