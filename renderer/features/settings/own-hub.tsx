import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { digitGroups } from '../../../shared/access/digit-groups';
import type { Outcome } from '../../../shared/outcome';
import type { Problem } from '../../../shared/problems';
import type { HubDescription } from '../../../shared/protocol/hub-calls';
import { type HubOfLaptop, useHubStatus } from '../../data/use-hub';
import { useProblemText } from '../../locales/use-problem-text';
import { FactList } from '../../ui/fact-list';
import { HubLine } from '../../ui/hub-line';
import { HubCard } from './hub-card';
import { HubMembers } from './hub-members';
import { SharedTours } from './shared-tours';

interface OwnHubProps {
  readonly own: NonNullable<HubDescription['own']>;
  readonly hub: HubOfLaptop;
}

/** This computer as the hub: how it is reached, what it carries, who has joined. */
export function OwnHub({ own, hub }: OwnHubProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const status = useHubStatus();
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const told = own.problem ?? problem;

  async function take(asked: Promise<Outcome<unknown>>) {
    const done = await asked;
    setProblem(done.ok ? null : done.problem);
  }

  return (
    <section className="panel settings-section" aria-label={t('hub.title')}>
      <h2>{t('hub.title')}</h2>
      {own.isReady && (
        <>
          <FactList
            facts={[
              [t('hub.address'), own.serverUrl],
              [t('hub.fingerprint'), digitGroups(own.authorityHash)],
            ]}
          />
          <p className="soft">{t('hub.fingerprintHint')}</p>
          <HubLine {...status} />
          <SharedTours lent={own.tours} onShare={(tours) => take(hub.share(tours))} />
          <HubCard hub={hub} />
          <HubMembers
            members={own.members}
            onRevoke={(device) => void take(hub.revoke(device))}
            onAllow={(device) => void take(hub.allow(device))}
          />
        </>
      )}
      {told && <Alert type="error" showIcon role="alert" title={describe(told)} />}
      {isAsked && <Alert type="warning" showIcon title={t('hub.stopAsk')} />}
      <div className="settings-actions">
        {own.problem && (
          <Button type="primary" onClick={() => void take(hub.start())}>
            {t('hub.start')}
          </Button>
        )}
        {isAsked && (
          <Button danger type="primary" onClick={() => void take(hub.stop())}>
            {t('hub.stopYes')}
          </Button>
        )}
        <Button onClick={() => setAsked(!isAsked)}>{t(isAsked ? 'hub.cancel' : 'hub.stop')}</Button>
      </div>
    </section>
  );
}
