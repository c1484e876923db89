import { Segmented } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idOfParts } from '../../../shared/ids/id-of-parts';
import type { Score } from '../../../shared/records/score';
import type { ScoreSheet } from '../../../shared/records/score-sheet';
import type { Stop } from '../../../shared/records/stop';
import { stopTitle } from '../../../shared/records/stop-title';
import { useStore } from '../../data/store-context';
import type { TourView } from '../../data/use-tour-view';
import { ScoreCell } from './score-cell';
import { HistoryButton } from '../../capture/fields/history-button';

interface ScoreGridProps {
  readonly view: TourView;
  readonly stops: readonly Stop[];
  readonly sheet: ScoreSheet;
  readonly scores: readonly Score[];
  /** Whose points are shown first, where somebody came for those. */
  readonly judge: string;
}

/** The points of one judge, a row a stop and a column a criterion. Enter and the arrow keys walk through it like a spreadsheet. */
export function ScoreGrid({ view, stops, sheet, scores, judge: asked }: ScoreGridProps) {
  const { t } = useTranslation();
  const store = useStore();
  const [chosen, setChosen] = useState(asked);
  const judge = sheet.judges.find((one) => one === chosen) ?? sheet.judges[0];
  if (judge === undefined) return <p className="soft">{t('scores.noJudges')}</p>;

  async function give(
    stop: Stop,
    criterion: string,
    points: number | null,
    from: number | null,
    known: Score | undefined,
  ) {
    const { tour } = sheet;
    const id = known?.id ?? idOfParts('score', sheet.id, stop.id, judge ?? '');
    const base = {
      tour,
      stop: stop.id,
      sheet: sheet.id,
      judge: judge ?? '',
      author: store.userName(),
      at: store.now(),
    };
    const values = { ...(known ? {} : base), [`points.${criterion}`]: points };
    return store.save([{ kind: 'score', id, tour, values, from: { [`points.${criterion}`]: from } }]);
  }

  return (
    <>
      <Segmented
        className="scores-judges"
        aria-label={t('scores.judge')}
        value={judge}
        onChange={setChosen}
        options={[...sheet.judges]}
      />
      <div className="scores-scroll">
        <table className="scores-table">
          <caption className="soft">{t('scores.gridKeys', { judge })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('scores.stop')}</th>
              {sheet.criteria.map(({ name, label, max }) => (
                <th key={name} scope="col">
                  {t('scores.columnOf', { label, max })}
                </th>
              ))}
              <th scope="col">{t('history.title')}</th>
            </tr>
          </thead>
          <tbody>
            {stops.map((stop) => {
              const known = scores.find(
                (one) => one.sheet === sheet.id && one.stop === stop.id && one.judge === judge,
              );
              const title = stopTitle(stop, view.sites.get(stop.site));
              return (
                <tr key={stop.id} data-record={known?.id}>
                  <th scope="row">{title}</th>
                  {sheet.criteria.map((criterion) => (
                    <td key={criterion.name}>
                      <ScoreCell
                        key={judge}
                        label={t('scores.cell', { judge, stop: title, label: criterion.label })}
                        max={criterion.max}
                        walk={walk}
                        points={known?.points[criterion.name] ?? null}
                        save={(points, from) => give(stop, criterion.name, points, from, known)}
                      />
                    </td>
                  ))}
                  <td className="scores-history">{known && <HistoryButton kind="score" id={known.id} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  Enter: [1, 0],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const step = steps[event.key];
  const cell = event.currentTarget.closest('td');
  if (!step || !cell || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const row = cell.closest('tr');
  const table = cell.closest('tbody');
  if (!row || !table) return;
  const to = table.rows[row.sectionRowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
  const input = to?.querySelector('input');
  input?.focus();
  input?.select();
}
