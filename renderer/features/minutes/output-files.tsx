import { FileExcelOutlined, FilePdfOutlined, FileWordOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/problems';
import type { DocumentKind } from '../../../shared/protocol/bridge';
import { callBridge } from '../../data/call-bridge';
import { useProblemText } from '../../locales/use-problem-text';
import type { Output } from './use-compile';

const kinds: Readonly<
  Record<
    DocumentKind,
    { icon: ReactNode; words: 'minutes.docx' | 'minutes.pdf' | 'minutes.xlsx' | 'checks.handbook' }
  >
> = {
  'minutes.docx': { icon: <FileWordOutlined />, words: 'minutes.docx' },
  'minutes.pdf': { icon: <FilePdfOutlined />, words: 'minutes.pdf' },
  'handbook.pdf': { icon: <FilePdfOutlined />, words: 'checks.handbook' },
  'issues.xlsx': { icon: <FileExcelOutlined />, words: 'minutes.xlsx' },
};

/** What was made, where it lies, and which fonts a reader will miss on this computer. */
export function OutputFiles({ output }: { readonly output: Output }) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const [problem, setProblem] = useState<Problem | null>(null);

  async function show(name: string) {
    const shown = await callBridge('documents.show', { folder: output.folder, name });
    setProblem(shown.ok ? null : shown.problem);
  }

  return (
    <section className="panel evidence" aria-label={t('minutes.files')}>
      <h2>{t('minutes.files')}</h2>
      {problem && <Alert type="error" showIcon title={describe(problem)} />}
      <ul className="output-files">
        {output.files.map((file) => (
          <li key={file.name}>
            <span className="output-icon">{kinds[file.kind].icon}</span>
            <span className="output-name">
              <span>{t(kinds[file.kind].words)}</span>
              <span className="soft cut" title={file.name}>
                {file.name} · {Math.ceil(file.size / 1024)} KB
              </span>
            </span>
            <Button
              icon={<FolderOpenOutlined />}
              title={t('minutes.show')}
              aria-label={t('minutes.showFile', { name: file.name })}
              onClick={() => void show(file.name)}
            />
          </li>
        ))}
      </ul>
      {output.problems.map((one) => (
        <Alert key={JSON.stringify(one)} type="error" showIcon title={describe(one)} />
      ))}
      {output.missingFonts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('minutes.missingFonts', { fonts: output.missingFonts.join('、') })}
        />
      )}
    </section>
  );
}
