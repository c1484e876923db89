import { useTranslation } from 'react-i18next';
import type { Meeting } from '../../../shared/records/meeting';
import { useStore } from '../../data/store-context';
import { useMeetingRecords } from '../../data/use-meeting-records';
import { noRecords } from '../../data/use-stop-records';
import type { TourView } from '../../data/use-tour-view';
import { AttendanceFields } from './attendance-fields';
import { CaptureRecords } from '../../capture/composer/capture-records';
import { useFieldProps } from '../../capture/fields/field-props';
import { LinesField } from '../../capture/fields/lines-field';
import { PersonField } from '../../capture/fields/person-field';
import { placeOfMeeting } from '../../capture/drafts/place-of';
import { TextField } from '../../capture/fields/text-field';
import { useDraft } from '../../capture/drafts/use-draft';
import { HistoryButton } from '../../capture/fields/history-button';
import { RemoveButton } from '../../capture/fields/remove-button';
import { useKindKeys } from '../../capture/drafts/use-kind-keys';

/** One meeting: who, when, where; what was on the agenda, reported, said, asked and settled. */
export function MeetingView({ view, meeting }: { readonly view: TourView; readonly meeting: Meeting }) {
  const { t } = useTranslation();
  const store = useStore();
  const records = useMeetingRecords(meeting.tour, meeting.id) ?? noRecords;
  const draft = useDraft(placeOfMeeting(meeting), records);
  const field = useFieldProps('meeting', meeting, null);
  const lines = (name: 'agenda' | 'reports') => ({
    target: { kind: 'meeting' as const, id: meeting.id, tour: meeting.tour, field: name },
    stored: meeting[name],
    label: t(`records.fields.${name}`),
  });
  useKindKeys(draft);

  return (
    <div className="meeting" data-page-record={meeting.id}>
      <header className="meeting-head">
        <h1 className="cut">{meeting.name || t('capture.meetingUnnamed')}</h1>
        <HistoryButton kind="meeting" id={meeting.id} />
        <RemoveButton
          ask={t('capture.removeMeeting')}
          onRemove={() =>
            void store.save([
              { kind: 'meeting', id: meeting.id, tour: meeting.tour, values: { deleted: true } },
            ])
          }
        />
      </header>
      <section className="panel meeting-panel" aria-label={t('capture.meetingFacts')}>
        <div className="field-grid">
          <TextField {...field('name')} label={t('capture.meetingName')} />
          <TextField {...field('when')} placeholder={t('capture.whenHint')} />
          <TextField {...field('place')} />
          <PersonField {...field('chair')} view={view} />
        </div>
        <AttendanceFields view={view} meeting={meeting} />
        <div className="meeting-lines">
          <LinesField {...lines('agenda')} placeholder={t('capture.agendaHint')} />
          <LinesField {...lines('reports')} placeholder={t('capture.reportsHint')} />
        </div>
        <TextField {...field('outcome')} placeholder={t('capture.outcomeHint')} long />
      </section>
      <CaptureRecords
        view={view}
        draft={draft}
        records={records}
        photos={null}
        empty={{ title: t('capture.nothingSaid'), hint: t('capture.nothingSaidHint') }}
      />
    </div>
  );
}
