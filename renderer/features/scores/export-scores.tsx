import { ExportOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Score } from '../../../shared/records/score';
import type { ScoreSheet } from '../../../shared/records/score-sheet';
import { scoreTables } from '../../../shared/scores/score-tables';
import { callBridge } from '../../data/call-bridge';
import { useProblemText } from '../../locales/use-problem-text';

interface ExportScoresProps {
  readonly sheet: ScoreSheet;
  readonly scores: readonly Score[];
  readonly stops: readonly { readonly id: string; readonly title: string }[];
}

/** Ranks and points as a workbook, and what became of it. */
export function ExportScores({ sheet, scores, stops }: ExportScoresProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const [said, setSaid] = useState<{ readonly type: 'success' | 'error'; readonly title: string } | null>(
    null,
  );

  async function save() {
    const tables = scoreTables(sheet, scores, stops, {
      ranks: t('scores.ranks'),
      points: t('scores.points'),
      rank: t('scores.rank'),
      stop: t('scores.stop'),
      mean: t('scores.mean'),
      missing: t('scores.missing'),
      judge: t('scores.judge'),
      dropped: t('scores.droppedMark'),
      criterion: (label, max) => t('scores.columnOf', { label, max }),
    });
    const saved = await callBridge('tables.save', {
      name: sheet.title || t('scores.firstTitle'),
      sheets: tables.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) })),
      format: 'xlsx',
    });
    if (!saved.ok) setSaid({ type: 'error', title: describe(saved.problem) });
    else if (saved.value.kind === 'written')
      setSaid({ type: 'success', title: t('scores.written', { name: saved.value.name }) });
  }

  return (
    <div className="scores-export">
      <Button icon={<ExportOutlined />} onClick={() => void save()}>
        {t('scores.export')}
      </Button>
      {said && <Alert showIcon {...said} />}
    </div>
  );
}
