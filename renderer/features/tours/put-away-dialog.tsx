import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Problem } from '../../../shared/problems';
import type { Tour } from '../../../shared/records/tour';
import { useStore } from '../../data/store-context';
import { useTourFiles } from '../../data/use-tour-files';
import { useProblemText } from '../../locales/use-problem-text';
import { writtenSize } from '../../ui/written-size';

interface PutAwayDialogProps {
  readonly tour: Tour;
  readonly stops: number;
  readonly onClose: () => void;
}

/** What goes from this laptop and what does not. Nothing goes that is nowhere else: then it says so. */
export function PutAwayDialog({ tour, stops, onClose }: PutAwayDialogProps) {
  const { t } = useTranslation();
  const store = useStore();
  const navigate = useNavigate();
  const describe = useProblemText();
  const files = useTourFiles(tour.id);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function putAway(): Promise<void> {
    setWorking(true);
    setProblem(null);
    const done = await store.putAway(tour.id);
    setWorking(false);
    if (done.ok) onClose();
    else setProblem(done.problem);
  }

  return (
    <Modal
      open
      title={t('away.title', { title: tour.title || t('plan.untitled') })}
      onCancel={onClose}
      closable={!working}
      mask={{ closable: false }}
      footer={[
        <Button key="keep" autoFocus disabled={working} onClick={onClose}>
          {t('away.cancel')}
        </Button>,
        <Button key="go" danger type="primary" disabled={working || !files} onClick={() => void putAway()}>
          {working ? t('away.working') : t('away.confirm')}
        </Button>,
      ]}
    >
      <div className="stack">
        <p>{t('away.goes', { stops, files: files?.count ?? 0, size: writtenSize(files?.bytes ?? 0) })}</p>
        <p>{t('away.stays')}</p>
        <p className="soft">{t('away.again')}</p>
        {problem && (
          <Alert
            showIcon
            type="warning"
            role="alert"
            title={describe(problem)}
            action={
              problem.code === 'tour.onlyHere' && (
                <Button onClick={() => void navigate('/sync')}>{t('away.openSync')}</Button>
              )
            }
          />
        )}
      </div>
    </Modal>
  );
}
