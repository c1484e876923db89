import { ReloadOutlined } from '@ant-design/icons';
import { Alert, Button, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Outcome } from '../../../shared/outcome';
import { type CheckFacts, listDepartureChecks, listEveningChecks } from '../../../shared/tours/ready-checks';
import { useStore } from '../../data/store-context';
import { useStopCounts } from '../../data/use-stop-counts';
import { useTourView } from '../../data/use-tour-view';
import { useProblemText } from '../../locales/use-problem-text';
import { TourMissing } from '../../ui/tour-missing';
import { CheckRow } from './check-row';
import './checks-page.css';
import { HandbookPanel } from './handbook-panel';
import { readCheckFacts } from './read-check-facts';

/** Ready to leave, and the end of the day: one line for each thing that would be missed, and what to do about it. */
export function ChecksPage() {
  const { t } = useTranslation();
  const store = useStore();
  const describe = useProblemText();
  const { tour: id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const view = useTourView(id);
  const counts = useStopCounts(id);
  const [seen, setSeen] = useState<{ readonly round: number; readonly read: Outcome<CheckFacts> } | null>(
    null,
  );
  const facts = seen?.read ?? null;

  const [round, setRound] = useState(0);
  const look = () => setRound(round + 1);

  useEffect(() => {
    if (!view || !counts) return;
    let gone = false;
    void readCheckFacts(store, view, counts).then((read) => {
      if (!gone) setSeen({ round, read });
    });
    return () => {
      gone = true;
    };
  }, [store, view, counts, round]);

  if (view === undefined) return <main className="page soft">{t('overview.loading')}</main>;
  if (view === null) return <TourMissing />;
  const when = search.get('when') === 'evening' ? 'evening' : 'departure';
  const list = when === 'evening' ? listEveningChecks : listDepartureChecks;
  const lines = facts?.ok ? list(facts.value) : [];
  const bad = lines.filter(({ state }) => state === 'bad').length;
  const warn = lines.filter(({ state }) => state === 'warn').length;
  return (
    <main className="page checks">
      <div className="page-head">
        <h1>{t('checks.title')}</h1>
        <div className="page-actions">
          <Segmented
            aria-label={t('checks.title')}
            value={when}
            onChange={(next) => setSearch({ when: next })}
            options={[
              { value: 'departure', label: t('checks.departure') },
              { value: 'evening', label: t('checks.evening') },
            ]}
          />
          <Button icon={<ReloadOutlined />} loading={seen?.round !== round} onClick={look}>
            {t('checks.again')}
          </Button>
        </div>
      </div>
      {facts?.ok === false && <Alert type="error" showIcon role="alert" title={describe(facts.problem)} />}
      {facts === null && <p className="soft">{t('checks.looking')}</p>}
      {facts?.ok && (
        <Alert
          showIcon
          type={bad > 0 ? 'error' : warn > 0 ? 'warning' : 'success'}
          title={bad + warn === 0 ? t('checks.allWell') : t('checks.sum', { bad, warn })}
        />
      )}
      <ul className="panel checks-list" aria-label={t(`checks.${when}`)}>
        {lines.map((line) => (
          <CheckRow key={line.id} line={line} tour={id} again={look} />
        ))}
      </ul>
      {when === 'departure' && <HandbookPanel view={view} />}
    </main>
  );
}
