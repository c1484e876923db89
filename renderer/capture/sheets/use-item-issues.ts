import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stop } from '../../../shared/records/stop';
import { useStore } from '../../data/store-context';
import type { StopRecords } from '../../data/use-stop-records';
import type { Question } from '../../forms/form';
import type { Fill } from '../../forms/questions/fill-context';
import type { SheetEntry } from './list-sheets';

/** An item of a checklist becomes an issue with its words and its answer, once; the issue names the item it came from. */
export function useItemIssues(
  entry: SheetEntry,
  stop: Stop,
  records: StopRecords,
  show: (issue: string) => void,
  settle: () => Promise<void>,
): NonNullable<Fill['issues']> & { readonly made: ReadonlyMap<string, string> } {
  const { t } = useTranslation();
  const store = useStore();
  const { issues } = records;
  const made = useMemo(
    () => new Map(issues.flatMap(({ id, sheet, item }) => (sheet === entry.id ? [[item, id] as const] : []))),
    [issues, entry.id],
  );
  return useMemo(() => {
    return {
      made,
      show,
      make: (question) => {
        const known = made.get(question.path);
        if (known !== undefined) return show(known);
        const id = store.newId();
        const answer = answerWords(question);
        const label = question.label || question.path;
        const values = {
          tour: stop.tour,
          stop: stop.id,
          text: answer === '' ? label : t('form.issueText', { label, answer }),
          category: '',
          sheet: entry.id,
          item: question.path,
          author: store.userName(),
          at: store.now(),
        };
        // The answer is the evidence: it is saved before what rests on it.
        void settle().then(() => store.save([{ kind: 'issue', id, tour: stop.tour, values }]));
      },
    };
  }, [t, store, entry.id, stop, made, show, settle]);
}

function answerWords({ value, choices, type }: Question): string {
  if (type === 'file' || type === 'acknowledge') return '';
  const labels = new Map(choices.map((choice) => [choice.value, choice.label]));
  if (choices.length === 0) return value;
  return value
    .split(' ')
    .map((name) => labels.get(name) ?? name)
    .join('、');
}
