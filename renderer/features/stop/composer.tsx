import { EnterOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { type KeyboardEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../../shared/records/issue';
import type { TourView } from '../../data/use-tour-view';
import './composer.css';
import { IssueFields } from './issue-fields';
import { draftKinds, parseQuickEntry } from './parse-quick-entry';
import { RemarkFields } from './remark-fields';
import type { Draft } from './use-draft';
import { useRecordText } from './use-record-text';
import { useShortcuts } from './use-shortcuts';

interface ComposerProps {
  readonly view: TourView;
  readonly draft: Draft;
}

const hints = { note: 'stop.quickNote', remark: 'stop.quickRemark', issue: 'stop.quickIssue' } as const;

/** The line that catches what is said while walking: type, Enter, next. */
export function Composer({ view, draft }: ComposerProps) {
  const { t } = useTranslation();
  const unborn = { created: draft.created, write: draft.write };
  const grade = (severity: Issue['severity']) =>
    draft.kind === 'issue' ? () => draft.set({ severity }) : undefined;
  useShortcuts({ Digit1: grade('minor'), Digit2: grade('major'), Digit3: grade('critical') });
  return (
    <section className="panel composer" aria-label={t('stop.quick')}>
      <Segmented
        aria-label={t('stop.kind')}
        // Its radios take the Tab key; the frame around them need not.
        tabIndex={-1}
        value={draft.kind}
        onChange={(kind) => draft.choose(kind)}
        options={draftKinds.map((value) => ({ value, label: t(`stop.${value}`) }))}
      />
      {draft.kind === 'remark' && (
        <RemarkFields
          key={draft.id}
          view={view}
          remark={draft.remark}
          set={draft.set}
          unborn={unborn}
          speaker={{
            field: draft.speaker,
            autoFocus: draft.begin === 'speaker',
            onDone: () => draft.box.current?.focus({ cursor: 'end' }),
          }}
        />
      )}
      <QuickText key={`text ${draft.id}`} draft={draft} tour={view.tour.id} />
      {draft.kind === 'issue' && draft.created && (
        <IssueFields key={draft.id} issue={draft.issue} set={draft.set} unborn={unborn} />
      )}
    </section>
  );
}

function QuickText({ draft, tour }: { readonly draft: Draft; readonly tour: string }) {
  const { t } = useTranslation();
  const { kind, id, created, begin, box, keep } = draft;
  const stored = kind === 'remark' ? draft.remark.text : kind === 'issue' ? draft.issue.text : '';
  const text = useRecordText({ kind, id, tour, field: 'text' }, stored, { created, write }, draft.text);

  function write(typed: string) {
    const entry = parseQuickEntry(typed);
    if (entry.kind) draft.choose(entry.kind, entry.text);
    else if (!entry.unsure) draft.write({ text: typed });
  }

  function finish() {
    text.onBlur();
    draft.finish(text.value);
  }

  function press(event: KeyboardEvent) {
    // Enter also ends an IME composition; that Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    finish();
  }

  useEffect(() => keep(text.value));
  useEffect(() => {
    if (begin === 'text') box.current?.focus({ cursor: 'end' });
  }, [box, begin]);

  return (
    <div className="composer-line">
      <Input.TextArea
        {...text}
        ref={box}
        rows={2}
        className="growing"
        aria-label={t('stop.quick')}
        placeholder={t(hints[kind])}
        title={t('stop.keys')}
        onKeyDown={press}
      />
      <Button
        icon={<EnterOutlined />}
        aria-label={t('stop.nextRecord')}
        title={t('stop.nextRecord')}
        disabled={text.value.trim() === ''}
        onClick={finish}
      />
    </div>
  );
}
