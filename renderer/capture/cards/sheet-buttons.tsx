import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import type { Signature } from '../../../shared/records/signature';
import { composeSheet } from '../../../shared/signatures/confirmation-sheet';
import type { Findings } from '../../../shared/signatures/signed-words';
import { callBridge } from '../../data/call-bridge';
import { digestOf } from '../../data/digest-of';
import { useProblemText } from '../../locales/use-problem-text';

interface SheetButtonsProps {
  readonly signature: Signature;
  readonly tour: string;
  readonly records: Findings;
}

/** The sheet that the enterprise keeps, as PDF to print and as DOCX. */
export function SheetButtons({ signature, tour, records }: SheetButtonsProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const [busy, setBusy] = useState<'pdf' | 'docx' | null>(null);
  const [saved, setSaved] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);

  async function save(format: 'pdf' | 'docx') {
    setBusy(format);
    setSaved('');
    const sheet = composeSheet(signature, tour, records, await digestOf(signature));
    const written = await callBridge('documents.saveSheet', { sheet, format });
    setBusy(null);
    setProblem(written.ok ? null : written.problem);
    if (written.ok && written.value.kind === 'written') setSaved(written.value.name);
  }

  return (
    <>
      <div className="signature-acts">
        <Button icon={<FilePdfOutlined />} loading={busy === 'pdf'} onClick={() => void save('pdf')}>
          {t('capture.sheetPdf')}
        </Button>
        <Button icon={<FileWordOutlined />} loading={busy === 'docx'} onClick={() => void save('docx')}>
          {t('capture.sheetDocx')}
        </Button>
        {saved !== '' && <output className="soft">{t('capture.sheetSaved', { name: saved })}</output>}
      </div>
      {problem && <Alert type="error" showIcon title={describe(problem)} />}
    </>
  );
}
