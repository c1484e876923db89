import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import type { HubDescription } from '../../../shared/protocol/hub-calls';
import { type HubOfLaptop, useHubStatus, useMetHub } from '../../data/use-hub';
import { useTours } from '../../data/use-tours';
import { useProblemText } from '../../locales/use-problem-text';
import { HubLine } from '../../ui/hub-line';
import { FactList } from '../../ui/fact-list';

interface JoinedHubProps {
  readonly joined: NonNullable<HubDescription['joined']>;
  readonly hub: HubOfLaptop;
}

/** A colleague's hub that this computer goes to. Leaving it takes nothing away. */
export function JoinedHub({ joined, hub }: JoinedHubProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const status = useHubStatus();
  const carried = useMetHub()?.tours;
  const tours = useTours() ?? [];
  const titles = tours
    .filter(({ id }) => carried?.includes(id))
    .map(({ title }) => title || t('hub.untitled'));
  const [problem, setProblem] = useState<Problem | null>(null);

  async function leave() {
    const left = await hub.leave();
    setProblem(left.ok ? null : left.problem);
  }

  return (
    <section className="panel settings-section" aria-label={t('hub.title')}>
      <h2>{t('hub.title')}</h2>
      <FactList
        facts={[
          [t('hub.joined'), t('hub.joinedName', { name: joined.name })],
          [t('hub.address'), joined.serverUrl],
          [t('hub.carries'), carried ? titles.join(t('hub.between')) || t('hub.carriesNone') : ''],
        ]}
      />
      <HubLine {...status} />
      <div className="settings-actions">
        <Button onClick={() => void leave()}>{t('hub.leave')}</Button>
      </div>
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
    </section>
  );
}
