import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../../shared/records/issue';
import type { TourView } from '../../data/use-tour-view';
import './composer.css';
import { HandoverFields } from '../cards/handover-fields';
import { IndicatorFields } from '../cards/indicator-fields';
import { IssueFields } from '../cards/issue-fields';
import { QuickText } from './quick-text';
import { RemarkFields } from '../cards/remark-fields';
import { RequestFields } from '../cards/request-fields';
import type { Values } from '../drafts/record-maker';
import type { Draft } from '../drafts/use-draft';
import { useShortcuts } from '../drafts/use-shortcuts';

interface ComposerProps {
  readonly view: TourView;
  readonly draft: Draft;
}

/** The line that catches what is said while walking: type, Enter, next. The few fields of a kind stand behind the Tab key. */
export function Composer({ view, draft }: ComposerProps) {
  const { t } = useTranslation();
  const { kind, id, created, set, record } = draft;
  const unborn = {
    created,
    // What is carried over from the segment before (verb, addressee) may be written anew, or taken back.
    write: (values: Values) => {
      set(values);
      const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';
      if (!Object.values(values).every(isBlank)) draft.write(values);
    },
  };
  const grade = (severity: Issue['severity']) => (kind === 'issue' ? () => set({ severity }) : undefined);
  useShortcuts({ Digit1: grade('minor'), Digit2: grade('major'), Digit3: grade('critical') });
  return (
    <section className="panel composer" aria-label={t('stop.quick')}>
      <Segmented
        aria-label={t('stop.kind')}
        // Its radios take the Tab key; the frame around them need not.
        tabIndex={-1}
        value={kind}
        onChange={(chosen) => draft.choose(chosen)}
        options={draft.place.kinds.map((value) => ({ value, label: t(`stop.${value}`) }))}
      />
      {kind === 'remark' && (
        <RemarkFields
          key={id}
          view={view}
          remark={record('remark')}
          set={set}
          unborn={unborn}
          speaker={{
            field: draft.speaker,
            autoFocus: draft.begin === 'speaker',
            onDone: () => draft.box.current?.focus({ cursor: 'end' }),
          }}
        />
      )}
      <QuickText key={`text ${id}`} draft={draft} tour={view.tour.id} />
      {created && kind === 'issue' && (
        <IssueFields key={id} view={view} issue={record('issue')} set={set} unborn={unborn} />
      )}
      {created && kind === 'request' && (
        <RequestFields key={id} view={view} request={record('request')} set={set} unborn={unborn} />
      )}
      {created && kind === 'indicator' && (
        // It exists by now, and its fields follow what is read out of the line.
        <IndicatorFields key={id} indicator={record('indicator')} set={set} />
      )}
      {created && kind === 'handover' && (
        <HandoverFields key={id} view={view} handover={record('handover')} unborn={unborn} />
      )}
    </section>
  );
}
