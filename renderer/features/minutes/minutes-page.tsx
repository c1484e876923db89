import { FileDoneOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { composeMinutes } from '../../../shared/documents/compose-minutes';
import { listUncovered } from '../../../shared/documents/coverage';
import { listSentences } from '../../../shared/documents/list-sentences';
import { useConflictsOfTour } from '../../data/use-conflicts-of-tour';
import { useStore } from '../../data/store-context';
import { useProblemText } from '../../locales/use-problem-text';
import { TourMissing } from '../../ui/tour-missing';
import { DocumentPage } from './document-page';
import { EvidencePanel } from './evidence-panel';
import './minutes-page.css';
import { OutputFiles } from './output-files';
import { Uncovered } from './uncovered';
import { useCompile } from './use-compile';
import { useToldTour } from './use-tour-file';

/** The minutes as they would be printed; every sentence shows what it rests on. */
export function MinutesPage() {
  const { t } = useTranslation();
  const store = useStore();
  const describe = useProblemText();
  const { tour = '' } = useParams();
  const told = useToldTour(tour);
  const conflicts = useConflictsOfTour(tour);
  const file = told?.file;
  const [search] = useSearchParams();
  const minutes = useMemo(
    () => (told ? composeMinutes(told.file, { ...told, at: store.now() }) : undefined),
    [told, store],
  );
  const { busy, output, problem, compile } = useCompile(told, minutes);
  const uncovered = useMemo(() => (file && minutes ? listUncovered(file, minutes) : []), [file, minutes]);
  const sentences = useMemo(() => (minutes ? listSentences(minutes) : []), [minutes]);
  const places = useMemo(() => new Map(sentences.map((sentence, place) => [sentence, place])), [sentences]);
  const chosen = sentences[Number(search.get('sentence') ?? Number.NaN)];
  if (told === null) return <TourMissing />;
  if (!told || !file || !minutes) return <main className="page soft">{t('minutes.composing')}</main>;
  return (
    <div className="minutes">
      <main className="minutes-paper" aria-label={t('minutes.preview')}>
        <DocumentPage document={minutes} places={places} chosen={chosen} />
      </main>
      <aside className="minutes-side">
        <Button
          type="primary"
          size="large"
          block
          icon={<FileDoneOutlined />}
          loading={busy !== null}
          onClick={compile}
        >
          {busy === null
            ? t('minutes.compile')
            : busy.photos > 0
              ? t('minutes.preparingPhotos', { done: busy.photosDone, all: busy.photos })
              : t('minutes.compiling')}
        </Button>
        {conflicts > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('minutes.conflicts', { n: conflicts })}
            description={<Link to="/sync">{t('minutes.decide')}</Link>}
          />
        )}
        {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
        {output && <OutputFiles output={output} />}
        <EvidencePanel sentence={chosen} file={{ ...file, issues: [...file.issues, ...told.rechecks] }} />
        <Uncovered refs={uncovered} file={file} />
      </aside>
    </div>
  );
}
