import { useEffect, useMemo, useRef, useState } from 'react';
import { failedPaths } from '../../../shared/checklists/score-answers';
import type { Question } from '../../forms/form';
import { askedOf } from '../../forms/questions-of';
import { type FilledForm, useFormTree } from '../../forms/use-filled-form';
import { type Fill, FillProvider, type Marks, MarksProvider } from '../../forms/questions/fill-context';
import { enterQuestion } from '../../forms/questions/go-on';
import { NodeList } from '../../forms/questions/node-list';
import { ChecklistHead } from './checklist-head';
import type { ChecklistSheetProps } from './checklist-sheet';
import { useAddAnswerFile } from './use-add-answer-file';
import { useItemIssues } from './use-item-issues';
import { useShortcuts } from '../drafts/use-shortcuts';

interface ChecklistFormProps extends ChecklistSheetProps {
  readonly filled: FilledForm;
  readonly renew: () => void;
}

/** The questions of a checklist with how far it is filled; Alt+I makes an issue of the item under the cursor. */
export function ChecklistForm(props: ChecklistFormProps) {
  const { entry, stop, records, jump, onJumped, path, filled, renew } = props;
  const { form, keeper } = filled;
  const nodes = useFormTree(form);
  const asked = askedOf(nodes);
  const failedNow = failedPaths(entry.checklist, asked);
  const [failed, setFailed] = useState(failedNow);
  if (failed.size !== failedNow.size || [...failed].some((one) => !failedNow.has(one))) setFailed(failedNow);
  const area = useRef<HTMLDivElement>(null);
  const addFile = useAddAnswerFile(stop, entry.id);
  const issues = useItemIssues(entry, stop, records, props.onShowIssue, () => keeper.flush());

  const latest = useRef({ addFile, issues });
  useEffect(() => {
    latest.current = { addFile, issues };
  });
  // The same for as long as the form is open: whatever uses it would be drawn again with every key.
  const fill = useMemo<Fill>(() => {
    const set: Fill['set'] = (question, value, pace) => {
      form.set(question.key, value);
      keeper.changed(pace);
    };
    return {
      set,
      settle: () => void keeper.flush(),
      addInstance: (repeat) => {
        form.addInstance(repeat.key);
        keeper.changed('now');
      },
      removeInstance: (repeat, index, entry) => {
        form.removeInstance(repeat, index);
        keeper.removed(entry.path);
        keeper.changed('now');
      },
      addFile: async (question, file) => {
        const added = await latest.current.addFile(file);
        if (added.ok) set(question, added.value, 'now');
        return added.ok ? null : added.fault;
      },
      issues: {
        make: (question) => latest.current.issues.make(question),
        show: (issue) => latest.current.issues.show(issue),
      },
    };
  }, [form, keeper]);
  const marks = useMemo<Marks>(
    () => ({ failed, issues: issues.made, files: records.attachments }),
    [failed, issues.made, records.attachments],
  );

  useEffect(() => {
    if (!jump) return;
    let frame = 0;
    const land = () => {
      const rows = [...(area.current?.querySelectorAll<HTMLElement>('fieldset[data-path]') ?? [])];
      const row = (path !== null && rows.find((one) => one.dataset['path'] === path)) || rows[0];
      // The tab shows a moment after it was chosen, and what is hidden takes no cursor.
      if (row && row.offsetParent === null) {
        frame = requestAnimationFrame(land);
        return;
      }
      if (row) enterQuestion(row);
      onJumped();
    };
    land();
    return () => cancelAnimationFrame(frame);
  }, [jump, path, onJumped]);

  useShortcuts({
    KeyI: () => {
      const row = document.activeElement?.closest<HTMLElement>('fieldset[data-path]');
      const question = asked.find((one: Question) => one.path === row?.dataset['path']);
      if (question) issues.make(question);
    },
  });

  return (
    <section className="panel checklist" aria-label={entry.checklist.title} data-record={entry.sheet?.id}>
      <ChecklistHead entry={entry} asked={asked} renew={renew} />
      <div ref={area} data-form="">
        <FillProvider value={fill}>
          <MarksProvider value={marks}>
            <NodeList nodes={nodes} />
          </MarksProvider>
        </FillProvider>
      </div>
    </section>
  );
}
