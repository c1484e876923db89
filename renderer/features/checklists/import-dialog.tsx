import { Alert, Button, Modal, Spin } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { checklistItems } from '../../../shared/checklists/checklist-items';
import type { Checklist } from '../../../shared/records/checklist';
import { useProblemText } from '../../locales/use-problem-text';
import { FaultTable } from '../../ui/fault-table';
import { useImportXlsform } from './use-import-xlsform';

interface ImportDialogProps {
  readonly checklists: readonly Checklist[];
  readonly onClose: () => void;
}

/** An XLSForm before it is taken over: what is wrong keeps all of it out, what is not supported is said. */
export function ImportDialog({ checklists, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { step, family, choose, addList, confirm } = useImportXlsform(checklists, onClose);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    choose();
  });
  const answer = step.kind === 'read' ? step.answer : null;
  const wanted = answer?.wanted ?? [];
  const { checklist = null, faults = [], unsupported = [] } = answer?.reading ?? {};
  const ready = checklist !== null && faults.length === 0 && wanted.length === 0;
  return (
    <Modal
      open
      centered
      width={960}
      title={t('checklists.import')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('import.cancel')}</Button>
          {step.kind !== 'reading' && <Button onClick={choose}>{t('import.again')}</Button>}
          {ready && (
            <Button type="primary" onClick={confirm}>
              {t('import.confirm')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        {step.kind === 'reading' && (
          <output>
            <Spin size="small" /> {t('import.reading')}
          </output>
        )}
        {step.kind === 'failed' && <Alert type="error" showIcon title={describe(step.problem)} />}
        {step.kind === 'read' && wanted.length > 0 && (
          <>
            <Alert type="warning" showIcon title={t('checklists.wanted', { file: step.file })} />
            <ul className="checklists-wanted">
              {wanted.map((name) => (
                <li key={name}>
                  <span>{name}</span>
                  <Button onClick={() => void addList(step.file, name)}>
                    {t('checklists.chooseList', { name })}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        {step.kind === 'read' && wanted.length === 0 && faults.length > 0 && (
          <>
            <Alert
              type="error"
              showIcon
              title={t('import.faultyTitle', { file: step.file, n: faults.length })}
            />
            <FaultTable faults={faults} hint={t('checklists.faultyHint')} />
          </>
        )}
        {ready && (
          <>
            <p>
              {t('checklists.found', { title: checklist.title, n: checklistItems(checklist).length })}{' '}
              {family ? t('checklists.asVersion', { title: family.shown.title }) : t('checklists.asDraft')}
            </p>
            {unsupported.length === 0 ? (
              <Alert type="success" showIcon title={t('checklists.allSupported')} />
            ) : (
              <>
                <Alert
                  type="warning"
                  showIcon
                  title={t('checklists.unsupported', { n: unsupported.length })}
                />
                <FaultTable faults={unsupported} hint={t('checklists.unsupportedHint')} />
              </>
            )}
          </>
        )}
      </div>
    </Modal>
  );
}
