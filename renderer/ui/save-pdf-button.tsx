import { FilePdfOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../shared/outcome';
import type { Problem } from '../../shared/problems';
import { useProblemText } from '../locales/use-problem-text';

interface SavePdfButtonProps {
  readonly label: string;
  readonly save: () => Promise<Outcome<{ readonly kind: 'canceled' | 'written'; readonly name: string }>>;
}

/** Saves one page as PDF, to be printed, and says under what name it lies or why it does not. */
export function SavePdfButton({ label, save }: SavePdfButtonProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const [isBusy, setBusy] = useState(false);
  const [saved, setSaved] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run() {
    setBusy(true);
    setSaved('');
    const written = await save();
    setBusy(false);
    setProblem(written.ok ? null : written.problem);
    if (written.ok && written.value.kind === 'written') setSaved(written.value.name);
  }

  return (
    <>
      <Button icon={<FilePdfOutlined />} loading={isBusy} onClick={() => void run()}>
        {label}
      </Button>
      {saved !== '' && <output>{t('capture.sheetSaved', { name: saved })}</output>}
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
    </>
  );
}
