import { OrderedListOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerSheetId } from '../../../shared/checklists/answer-sheet-id';
import { checklistItems } from '../../../shared/checklists/checklist-items';
import { evaluateRelevant } from '../../../shared/checklists/evaluate-relevant';
import type { Json } from '../../../shared/json';
import type { Checklist } from '../../../shared/records/checklist';
import type { Stop } from '../../../shared/records/stop';
import { useStore } from '../../data/store-context';
import type { StopRecords } from '../../data/use-stop-records';
import type { TourView } from '../../data/use-tour-view';
import { EmptyNote } from '../../ui/empty-note';
import { ChecklistQuestion } from './checklist-question';
import './checklist-panel.css';

interface ChecklistPanelProps {
  readonly view: TourView;
  readonly stop: Stop;
  readonly records: StopRecords;
}

/** The checklists of the office; questions come and go with the answers. */
export function ChecklistPanel({ view, stop, records }: ChecklistPanelProps) {
  const { t } = useTranslation();
  if (view.checklists.length === 0) {
    return <EmptyNote icon={<OrderedListOutlined />} title={t('stop.noChecklist')} hint="" />;
  }
  return view.checklists.map((checklist) => (
    <AnswerForm key={`${stop.id} ${checklist.id}`} checklist={checklist} stop={stop} records={records} />
  ));
}

interface AnswerFormProps {
  readonly checklist: Checklist;
  readonly stop: Stop;
  readonly records: StopRecords;
}

function AnswerForm({ checklist, stop, records }: AnswerFormProps) {
  const { t } = useTranslation();
  const store = useStore();
  const sheet = records.answerSheets.find((entry) => entry.checklist === checklist.id);
  const id = sheet?.id ?? answerSheetId(stop.id, checklist.id);
  const answers = sheet?.answers ?? {};
  const items = checklistItems(checklist);
  const { visible, faults } = evaluateRelevant(items, answers);
  const asked = items.filter((item) => visible.has(item.name));
  const questions = asked.filter((item) => item.type !== 'note');
  const done = questions.filter((item) => !isEmpty(answers[item.name])).length;
  const base = { tour: stop.tour, stop: stop.id, checklist: checklist.id, version: checklist.version };

  function save(name: string, value: Json) {
    const values = { ...(sheet ? {} : base), [`answers.${name}`]: value };
    void store.save([{ kind: 'answerSheet', id, tour: stop.tour, values }]);
  }

  return (
    <section className="panel checklist" aria-label={checklist.title}>
      <header className="checklist-head">
        <h2>{checklist.title}</h2>
        <span className="soft figures">{t('stop.answered', { done, all: questions.length })}</span>
      </header>
      {faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('stop.expressionFault', { items: faults.map((fault) => fault.item).join(', ') })}
        />
      )}
      <ol>
        {asked.map((item) => (
          <ChecklistQuestion
            key={item.name}
            item={item}
            answer={answers[item.name] ?? ''}
            target={{ kind: 'answerSheet', id, tour: stop.tour, field: `answers.${item.name}` }}
            there={sheet !== undefined}
            save={(value) => save(item.name, value)}
          />
        ))}
      </ol>
    </section>
  );
}

function isEmpty(answer: Json | undefined): boolean {
  return (
    answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)
  );
}
