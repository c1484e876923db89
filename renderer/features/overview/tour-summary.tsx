import { FileTextOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { dateWords } from '../../../shared/records/date-words';
import { stopTitle } from '../../../shared/records/stop-title';
import { wasVisited } from '../../../shared/records/was-visited';
import { useStore } from '../../data/store-context';
import type { StopCounts } from '../../data/use-stop-counts';
import type { TourView } from '../../data/use-tour-view';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';
import { ExportMenu } from './export-menu';
import { nextStop } from './next-stop';
import { TourFigures } from './tour-figures';

interface TourSummaryProps {
  readonly view: TourView;
  readonly counts: ReadonlyMap<string, StopCounts> | undefined;
}

type Said = { readonly type: 'success' | 'warning' | 'error'; readonly text: string };

/** Title, figures, and the three ways on: to the next stop, to the minutes, out as a file. */
export function TourSummary({ view, counts }: TourSummaryProps) {
  const { t } = useTranslation();
  const store = useStore();
  const navigate = useNavigate();
  const [said, setSaid] = useState<Said | null>(null);
  const { tour, stops } = view;
  const next = nextStop(view, store.userName());
  const begun = stops.some(wasVisited);
  const onward = useFocusOnOpen<HTMLButtonElement>();

  return (
    <header className="stack">
      <div className="page-head">
        <div className="overview-title">
          <h1>{tour.title || t('plan.untitled')}</h1>
          <p className="soft">
            {[dateWords(tour.date), tour.place, tour.organiser].filter(Boolean).join('　·　')}
          </p>
          {tour.purpose && <p className="soft overview-purpose">{tour.purpose}</p>}
        </div>
        <div className="page-actions">
          <ExportMenu tour={tour.id} onSaid={(type, text) => setSaid({ type, text })} />
          <Button icon={<FileTextOutlined />} onClick={() => void navigate(`/tours/${tour.id}/minutes`)}>
            {t('frame.minutes')}
          </Button>
          {next && (
            <Button
              ref={onward}
              type="primary"
              icon={<RightOutlined />}
              iconPlacement="end"
              title={t('overview.continue', { title: stopTitle(next, view.sites.get(next.site)) })}
              onClick={() => void navigate(`/tours/${tour.id}/stops/${next.id}`)}
            >
              {begun ? t('overview.goOn') : t('overview.start')}
            </Button>
          )}
        </div>
      </div>
      {said && (
        <Alert showIcon type={said.type} title={said.text} closable={{ onClose: () => setSaid(null) }} />
      )}
      <TourFigures view={view} counts={counts} />
    </header>
  );
}
