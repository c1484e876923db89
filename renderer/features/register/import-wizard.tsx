import { Alert, Button, Modal, Progress, Spin } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterTable } from '../../../shared/tables/table-columns';
import { useProblemText } from '../../locales/use-problem-text';
import { ChooseColumns } from './choose-columns';
import { ImportPreview } from './import-preview';
import './import-wizard.css';
import { type WizardStep, useImportWizard } from './use-import-wizard';

interface ImportWizardProps {
  readonly purpose: RegisterTable | 'itinerary';
  /** A file that was dropped; without one the person is asked. */
  readonly dropped?: File | null;
  readonly onClose: () => void;
}

/** From a file to the register: what its columns mean, what would change, and then all of it or nothing. */
export function ImportWizard({ purpose, dropped = null, onClose }: ImportWizardProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { step, close, choose, map, preview, confirm } = useImportWizard(purpose, onClose);
  const title = useTitle(step, purpose);
  const started = useRef(false);
  useEffect(() => {
    // Strict mode mounts twice; the person is asked once.
    if (!started.current) choose(dropped);
    started.current = true;
  });
  if (step.kind === 'reading') return <Spin fullscreen description={t('import.reading')} />;
  const back = step.kind === 'preview' ? () => map(step.choice) : null;
  return (
    <Modal
      open
      centered
      width={960}
      mask={{ closable: false }}
      title={title}
      onCancel={close}
      footer={
        <Footer
          // Made anew with each step: the first thing that Enter meets is the way on.
          key={step.kind}
          step={step}
          onAgain={() => choose(null)}
          onBack={back}
          onPreview={preview}
          onConfirm={confirm}
          onClose={close}
        />
      }
    >
      {step.kind === 'failed' && <Alert type="error" showIcon role="alert" title={describe(step.problem)} />}
      {step.kind === 'mapping' && (
        <ChooseColumns workbook={step.opened.workbook} choice={step.choice} onChange={map} />
      )}
      {step.kind === 'preview' && (
        <ImportPreview file={step.opened.file} choice={step.choice} reading={step.reading} />
      )}
    </Modal>
  );
}

/** What the dialog is about just now. */
function useTitle(step: WizardStep, purpose: RegisterTable | 'itinerary'): string {
  const { t } = useTranslation();
  const title = t(`import.titles.${purpose}`);
  if (step.kind === 'mapping') return t('import.mappingTitle', { title, file: step.opened.file });
  if (step.kind === 'preview' && step.reading.faults.length > 0)
    return t('import.faultyTitle', { file: step.opened.file, n: step.reading.faults.length });
  return title;
}

interface FooterProps {
  readonly step: WizardStep;
  readonly onAgain: () => void;
  readonly onBack: (() => void) | null;
  readonly onPreview: () => void;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function Footer({ step, onAgain, onBack, onPreview, onConfirm, onClose }: FooterProps) {
  const { t } = useTranslation();
  const primary = useRef<HTMLButtonElement>(null);
  useEffect(() => primary.current?.focus(), []);
  if (step.kind === 'preview' && step.done !== null)
    return (
      <Progress
        percent={Math.floor((step.done / Math.max(1, step.reading.edits.length)) * 100)}
        aria-label={t('import.saving')}
      />
    );
  const nothing =
    step.kind === 'preview' && step.reading.faults.length === 0 && step.reading.edits.length === 0;
  const faulty = step.kind === 'failed' || (step.kind === 'preview' && step.reading.faults.length > 0);
  return (
    <>
      {onBack && (
        <Button className="import-back" onClick={onBack}>
          {t('import.back')}
        </Button>
      )}
      {!nothing && <Button onClick={onClose}>{faulty ? t('import.close') : t('import.cancel')}</Button>}
      {nothing ? (
        <Button ref={primary} type="primary" onClick={onClose}>
          {t('import.done')}
        </Button>
      ) : faulty ? (
        <Button ref={primary} type="primary" onClick={onAgain}>
          {t('import.again')}
        </Button>
      ) : (
        <Button ref={primary} type="primary" onClick={step.kind === 'mapping' ? onPreview : onConfirm}>
          {step.kind === 'mapping' ? t('import.next') : t('import.confirm')}
        </Button>
      )}
    </>
  );
}
