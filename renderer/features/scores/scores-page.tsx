import { PlusOutlined, TrophyOutlined } from '@ant-design/icons';
import { Button, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useSearchParams } from 'react-router';
import { useStore } from '../../data/store-context';
import { useScores } from '../../data/use-scores';
import { useTourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import { TourMissing } from '../../ui/tour-missing';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import { RankingTable } from './ranking-table';
import { ScoreGrid } from './score-grid';
import { ScoreSheetForm } from './score-sheet-form';
import './scores-page.css';

/** 观摩评分: what is judged, the points of the judges, and the ranks that follow from them. */
export function ScoresPage() {
  const { key } = useLocation();
  const { tour = '' } = useParams();
  const [search] = useSearchParams();
  const record = search.get('record') ?? '';
  // Whoever follows an address gets what it names, whatever was chosen here before.
  return <Scores key={record === '' ? tour : key} tour={tour} record={record} askedTab={search.get('tab')} />;
}

interface ScoresProps {
  readonly tour: string;
  /** The sheet or the points that the address names. */
  readonly record: string;
  readonly askedTab: string | null;
}

function Scores({ tour, record, askedTab }: ScoresProps) {
  const { t } = useTranslation();
  const store = useStore();
  const once = useOneAtATime();
  const view = useTourView(tour);
  const all = useScores(tour);
  const [chosen, setChosen] = useState<string | null>(null);
  const [tab, setTab] = useState(askedTab);
  if (view === undefined || all === undefined)
    return <main className="page soft">{t('overview.loading')}</main>;
  if (view === null) return <TourMissing />;
  const points = all.scores.find((one) => one.id === record);
  const wanted = chosen ?? points?.sheet ?? record;
  const sheet = all.sheets.find((one) => one.id === wanted) ?? all.sheets[0];
  const stops = view.stops.filter((stop) => stop.status !== 'skipped');

  async function add() {
    const id = store.newId();
    const values = {
      tour,
      title: t('scores.firstTitle'),
      criteria: [
        { name: 'c1', label: t('scores.firstCriterion'), max: 10, weight: 1 },
        { name: 'c2', label: t('scores.secondCriterion'), max: 10, weight: 1 },
      ],
    };
    const saved = await store.save([{ kind: 'scoreSheet', id, tour, values }]);
    if (!saved.ok) return;
    setChosen(id);
    setTab('sheet');
  }

  const addButton = (
    <Button type={sheet ? 'default' : 'primary'} icon={<PlusOutlined />} onClick={() => once(add)}>
      {t('scores.add')}
    </Button>
  );
  if (!sheet) {
    return (
      <main className="page scores">
        <h1>{t('scores.title')}</h1>
        <EmptyNote
          icon={<TrophyOutlined />}
          title={t('scores.none')}
          hint={t('scores.noneHint')}
          action={addButton}
        />
      </main>
    );
  }
  return (
    <main className="page scores">
      <header className="page-head">
        <h1>{t('scores.title')}</h1>
        <div className="page-actions">
          {all.sheets.length > 1 && (
            <Select
              className="scores-choice"
              aria-label={t('scores.choose')}
              value={sheet.id}
              onChange={setChosen}
              options={all.sheets.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
          {addButton}
        </div>
      </header>
      <Tabs
        activeKey={tab ?? (sheet.judges.length === 0 ? 'sheet' : 'points')}
        onChange={setTab}
        items={[
          {
            key: 'points',
            label: t('scores.points'),
            children: (
              <ScoreGrid
                key={sheet.id}
                view={view}
                stops={stops}
                sheet={sheet}
                scores={all.scores}
                judge={points?.judge ?? ''}
              />
            ),
          },
          {
            key: 'ranks',
            label: t('scores.ranks'),
            children: <RankingTable view={view} stops={stops} sheet={sheet} scores={all.scores} />,
          },
          {
            key: 'sheet',
            label: t('scores.sheet'),
            children: <ScoreSheetForm key={sheet.id} sheet={sheet} />,
          },
        ]}
      />
    </main>
  );
}
