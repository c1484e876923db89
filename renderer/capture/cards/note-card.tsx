import { useTranslation } from 'react-i18next';
import type { Note } from '../../../shared/records/note';
import { PinChip } from './pin-chip';
import { RecordHead } from './record-head';
import { TextField } from '../fields/text-field';

/** What was seen or heard, to be mended in place. */
export function NoteCard({ note }: { readonly note: Note }) {
  const { t } = useTranslation();
  return (
    <article className="panel record">
      <RecordHead kind="note" record={note} text={note.text}>
        <PinChip note={note} />
      </RecordHead>
      <TextField
        long
        bare
        unborn={null}
        label={t('stop.noteText')}
        target={{ kind: 'note', id: note.id, tour: note.tour, field: 'text' }}
        stored={note.text}
      />
    </article>
  );
}
