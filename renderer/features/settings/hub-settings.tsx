import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import { useHub } from '../../data/use-hub';
import { useProblemText } from '../../locales/use-problem-text';
import './hub-settings.css';
import { FoundHubs } from './found-hubs';
import { JoinSettings } from './join-settings';
import { hubWords } from './join-words';
import { JoinedHub } from './joined-hub';
import { OwnHub } from './own-hub';

/** The team's hub: lending this computer as one, or going to a colleague's. */
export function HubSettings() {
  const { t } = useTranslation();
  const describe = useProblemText();
  const hub = useHub();
  const [isJoining, setJoining] = useState(false);
  const [chosen, setChosen] = useState('');
  const [isStarting, setStarting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { described } = hub;
  if (!described) return null;
  const { own, joined, found } = described;
  if (own?.isReady || own?.problem) return <OwnHub own={own} hub={hub} />;
  if (joined) return <JoinedHub joined={joined} hub={hub} />;
  const isUnderWay = isStarting || own !== null;

  async function start() {
    setStarting(true);
    const started = await hub.start();
    setStarting(false);
    setProblem(started.ok ? null : started.problem);
  }

  return (
    <>
      <section className="panel settings-section" aria-label={t('hub.title')}>
        <h2>{t('hub.title')}</h2>
        <p className="soft">{t('hub.hint')}</p>
        <div className="settings-actions">
          <Button type="primary" disabled={isUnderWay} onClick={() => void start()}>
            {t('hub.start')}
          </Button>
          <Button
            disabled={isUnderWay}
            aria-expanded={isJoining}
            onClick={() => {
              setJoining(!isJoining);
              setChosen('');
            }}
          >
            {t('hub.joinTitle')}
          </Button>
        </div>
        {isUnderWay && <output>{t('hub.starting')}</output>}
        {isJoining && <FoundHubs found={found} onChoose={setChosen} />}
        {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
      </section>
      {isJoining && !isUnderWay && (
        <JoinSettings key={chosen} office={hub} words={hubWords(t)} handsOver={false} chosen={chosen} />
      )}
    </>
  );
}
