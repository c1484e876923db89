import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { scoreAnswers } from '../../../shared/checklists/score-answers';
import type { Question } from '../../forms/form';
import type { SheetEntry } from './list-sheets';
import { HistoryButton } from '../fields/history-button';

interface ChecklistHeadProps {
  readonly entry: SheetEntry;
  readonly asked: readonly Question[];
  readonly renew: () => void;
}

/** What is filled, how far, how well; and that there is a newer version of it. */
export function ChecklistHead({ entry, asked, renew }: ChecklistHeadProps) {
  const { t } = useTranslation();
  const { checklist, newer } = entry;
  const done = asked.filter((question) => question.value !== '').length;
  const score = scoreAnswers(checklist, asked);
  return (
    <>
      <header className="checklist-head">
        <h2>
          {checklist.title}{' '}
          <span className="soft checklist-version">{t('form.version', { version: checklist.version })}</span>
        </h2>
        <span className="checklist-done">
          <Progress
            type="circle"
            size={22}
            showInfo={false}
            aria-label={t('stop.answered', { done, all: asked.length })}
            percent={asked.length === 0 ? 0 : (done / asked.length) * 100}
          />
          <span className="soft figures">{t('stop.answered', { done, all: asked.length })}</span>
        </span>
        {entry.sheet && <HistoryButton kind="answerSheet" id={entry.sheet.id} />}
      </header>
      {score && (
        <p className="checklist-score figures">
          <strong>{t('form.points', { points: score.points, full: score.full })}</strong>
          {score.percent !== null && <span>{t('form.percent', { percent: score.percent.toFixed(1) })}</span>}
          {score.open > 0 && <span className="soft">{t('form.unscored', { n: score.open })}</span>}
        </p>
      )}
      {newer && (
        <Alert
          className="checklist-newer"
          type="info"
          showIcon
          title={t('form.newer', { own: checklist.version, newest: newer.version })}
          action={<Button onClick={renew}>{t('form.renew')}</Button>}
        />
      )}
      <p className="soft checklist-keys">{t('form.keys')}</p>
    </>
  );
}
