import { Alert, Button, Checkbox, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestoreView } from '../../../shared/protocol/backups';
import { useProblemText } from '../../locales/use-problem-text';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { type Restoring, useRestore } from './use-restore';

interface RestoreSectionProps {
  readonly state: string;
  /** When the backup was made, as people say it. */
  readonly at: string;
  readonly identity: string;
  /** The key has done its work. */
  readonly onKeyUsed: () => void;
}

/**
 * A backup in place of the office: prepared beside it while everybody works, looked at, and put in place by a second, deliberate act. Until
 * then nothing of the running office changes.
 */
export function RestoreSection({ state, at, identity, onKeyUsed }: RestoreSectionProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const once = useOneAtATime();
  const restoring = useRestore();
  const [gaveUp, setGaveUp] = useState(false);
  const { view, phase, problem } = restoring;
  const isMine = view !== null && view.kind !== 'none' && view.state === state;

  const isUnderWay = isMine && (view.kind === 'preparing' || view.kind === 'ready');

  async function prepare() {
    setGaveUp(false);
    await restoring.prepare(state, identity);
    onKeyUsed();
  }
  const giveUp = () => once(async () => setGaveUp(await restoring.giveUp()));

  if (phase === 'replacing') return <Alert type="info" showIcon title={t('admin.replacing')} />;
  if (phase === 'replaced')
    return <Alert type="success" showIcon role="alert" title={t('admin.replaced', { at })} />;
  return (
    <>
      <p>{t('admin.restoreText', { at })}</p>
      {!isUnderWay && <p>{t('admin.restoreHow')}</p>}
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
      {isMine && view.kind === 'failed' && (
        <Alert type="error" showIcon role="alert" title={describe(view.problem)} />
      )}
      {gaveUp && <Alert type="info" showIcon title={t('admin.gaveUpRestore')} />}
      {isMine && view.kind === 'preparing' && (
        <div>
          <output>{t('admin.preparing', view)}</output>
          <Progress
            aria-label={t('admin.prepareRestore')}
            percent={Math.floor((100 * view.done) / Math.max(view.of, 1))}
          />
          <Button onClick={giveUp}>{t('admin.giveUpRestore')}</Button>
        </div>
      )}
      {isMine && view.kind === 'ready' && (
        <ReadyRestore view={view} at={at} restoring={restoring} onGiveUp={giveUp} />
      )}
      {!isUnderWay && (
        <div className="admin-actions">
          <Button disabled={identity.trim() === ''} onClick={() => once(prepare)}>
            {t('admin.prepareRestore')}
          </Button>
        </div>
      )}
    </>
  );
}

interface ReadyRestoreProps {
  readonly view: Extract<RestoreView, { kind: 'ready' }>;
  readonly at: string;
  readonly restoring: Restoring;
  readonly onGiveUp: () => void;
}

/** What would take the office's place, and whom it would let in. */
function ReadyRestore({ view, at, restoring, onGiveUp }: ReadyRestoreProps) {
  const { t } = useTranslation();
  const once = useOneAtATime();
  const [isUnderstood, setUnderstood] = useState(false);
  const { state, lost, stays, accounts, devices } = view;
  return (
    <>
      <Alert type="success" showIcon role="alert" title={t('admin.restoreReady', view)} />
      {lost > 0 && <Alert type="warning" showIcon title={t('admin.restoreLost', { n: lost })} />}
      {!stays && <Alert type="warning" showIcon title={t('admin.notStaying')} />}
      <details>
        <summary>{t('admin.mayCome', { accounts: accounts.length, devices: devices.length })}</summary>
        <ul className="admin-words">
          {[...accounts, ...devices].map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </details>
      <p className="soft">{t('admin.mayComeHint')}</p>
      <Checkbox checked={isUnderstood} onChange={({ target }) => setUnderstood(target.checked)}>
        {t('admin.understand', { at })}
      </Checkbox>
      <div className="admin-actions">
        <Button
          danger
          type="primary"
          disabled={!isUnderstood}
          onClick={() => once(() => restoring.replace(state))}
        >
          {t('admin.replaceNow')}
        </Button>
        <Button onClick={onGiveUp}>{t('admin.giveUpRestore')}</Button>
      </div>
    </>
  );
}
