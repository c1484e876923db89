import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problems';
import './hub-line.css';
import { useProblemText } from '../locales/use-problem-text';

interface HubLineProps {
  readonly stage: 'off' | 'idle' | 'working' | 'offline' | 'trouble';
  readonly problem: Problem | null;
  /** What is still to be handed to it. */
  readonly pending: number;
}

/** How it stands with the team's hub, in words; nothing where there is none. */
export function HubLine({ stage, problem, pending }: HubLineProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  if (stage === 'off') return null;
  const isBehind = stage === 'idle' && pending > 0;
  const waits = t('hub.pending', { n: pending });
  return (
    <div className="hub-line">
      <output>
        {/* "Level" only where nothing is left to hand in. */}
        {t('hub.now', { stage: isBehind ? waits : t(`hub.stages.${stage}`) })}
        {pending > 0 && !isBehind && <span className="hub-pending">{waits}</span>}
      </output>
      {stage === 'trouble' && problem && <p>{describe(problem)}</p>}
      <p className="soft">{t('hub.notCentral')}</p>
    </div>
  );
}
