import { useTranslation } from 'react-i18next';
import { useObservable } from '../data/observable';
import { useStore } from '../data/store-context';
import { usePendingForHub } from '../data/use-hub';
import { useProblemText } from '../locales/use-problem-text';

/** How it stands with the team's hub, in words; nothing where there is none. */
export function HubLine() {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { hubStage } = useStore();
  const { stage, problem } = useObservable(hubStage);
  const pending = usePendingForHub();
  if (stage === 'off') return null;
  return (
    <div className="hub-line" role="status">
      <p>
        {t('hub.now', { stage: t(`hub.stages.${stage}`) })}
        {pending > 0 && <span className="hub-pending">{t('hub.pending', { n: pending })}</span>}
      </p>
      {stage === 'trouble' && problem && <p>{describe(problem)}</p>}
      <p className="soft">{t('hub.notCentral')}</p>
    </div>
  );
}
