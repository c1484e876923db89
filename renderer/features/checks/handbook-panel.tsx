import { FilePdfOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dossierLines } from '../../../shared/handbook/dossier-lines';
import type { Problem } from '../../../shared/problems';
import type { BridgeOutput } from '../../../shared/protocol/bridge';
import { callBridge } from '../../data/call-bridge';
import { siteHistory } from '../../data/site-history';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { useProblemText } from '../../locales/use-problem-text';

/** A handbook on paper for every team, with what is known of each stop from earlier visits. */
export function HandbookPanel({ view }: { readonly view: TourView }) {
  const { t } = useTranslation();
  const store = useStore();
  const describe = useProblemText();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<BridgeOutput<'documents.compile'> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function make() {
    setBusy(true);
    setProblem(null);
    const dossiers = [];
    for (const stop of view.stops) dossiers.push(dossierLines(stop.id, await siteHistory(store, stop)));
    const tour = await store.readTourFile(view.tour.id);
    const compiled = await callBridge('documents.compile', { tour, kinds: ['handbook.pdf'], dossiers });
    setBusy(false);
    if (compiled.ok) setMade(compiled.value);
    else setProblem(compiled.problem);
  }

  async function show(name: string) {
    const shown = await callBridge('documents.show', { folder: made?.folder ?? '', name });
    setProblem(shown.ok ? null : shown.problem);
  }

  return (
    <section className="panel checks-handbook" aria-label={t('checks.handbook')}>
      <div className="page-head">
        <div>
          <h2>{t('checks.handbook')}</h2>
          <p className="soft">{t('checks.handbookHint')}</p>
        </div>
        <Button
          type="primary"
          icon={<FilePdfOutlined />}
          loading={busy}
          disabled={view.stops.length === 0}
          onClick={() => void make()}
        >
          {t('checks.makeHandbook')}
        </Button>
      </div>
      {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
      {made?.problems.map((one) => (
        <Alert key={JSON.stringify(one)} type="warning" showIcon title={describe(one)} />
      ))}
      {made && made.files.length > 0 && (
        <ul className="checks-files">
          {made.files.map((file) => (
            <li key={file.name}>
              <FilePdfOutlined aria-hidden="true" />
              <span className="cut" title={file.name}>
                {file.name}
              </span>
              <Button
                icon={<FolderOpenOutlined />}
                aria-label={t('minutes.showFile', { name: file.name })}
                onClick={() => void show(file.name)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
