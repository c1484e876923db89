import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import type { OfficeOfLaptop } from '../../data/use-office';
import { useProblemText } from '../../locales/use-problem-text';

interface SwitchOfficeProps {
  readonly office: OfficeOfLaptop;
  /** The office that was joined, and the one that the data here belongs to. */
  readonly waiting: string;
  readonly dataOf: string;
}

/** Another office was joined than the data here belongs to: what becomes of the data, before anything is sent. */
export function SwitchOffice({ office, waiting, dataOf }: SwitchOfficeProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const names = {
    office: waiting || t('office.unnamedNew'),
    former: dataOf || t('office.unnamedFormer'),
  };

  async function change() {
    const changed = await office.changeOver();
    setProblem(changed.ok ? null : changed.problem);
  }

  return (
    <section className="panel settings-section" aria-label={t('office.otherTitle', names)}>
      <h2>{t('office.otherTitle', names)}</h2>
      <p>{t('office.otherWhat', names)}</p>
      <p>{t('office.otherMove', names)}</p>
      <div className="settings-actions">
        <Button type="primary" onClick={() => void change()}>
          {t('office.otherYes')}
        </Button>
        <Button onClick={() => void office.stay()}>{t('office.otherNo', names)}</Button>
      </div>
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
    </section>
  );
}
