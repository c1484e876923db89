import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Outcome, fail, succeed } from '../../../shared/outcome';
import { problem } from '../../../shared/problems';
import { stampLines } from '../../../shared/photos/stamp-lines';
import type { Attachment } from '../../../shared/records/attachment';
import { stopTitle } from '../../../shared/records/stop-title';
import { useProblemText } from '../../locales/use-problem-text';
import { callBridge } from '../call-bridge';
import type { Store } from '../store';
import { useStore } from '../store-context';
import { valuesOfKind } from '../values-of-kind';
import { fetchOriginal, readForScreen } from './photo-tools';

const sliceBytes = 512 << 10;

/** Copies with a band that says where, when and who, written where the person chooses. The originals are only read. */
export function useStampedCopies() {
  const { t } = useTranslation();
  const store = useStore();
  const describe = useProblemText();
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState('');

  async function writeAll(photos: readonly Attachment[]): Promise<string> {
    const [first] = photos;
    if (!first) return '';
    const chosen = await callBridge('copies.choose', { name: copyName(first), many: photos.length > 1 });
    if (!chosen.ok) return describe(chosen.problem);
    const { place } = chosen.value;
    if (place === '') return '';
    const faults: string[] = [];
    for (const [done, photo] of photos.entries()) {
      setReport(`${done}/${photos.length}`);
      const written = await writeOne(store, place, photo);
      if (!written.ok) faults.push(describe(written.problem));
    }
    const summary = t('photos.stamped', { n: photos.length - faults.length });
    return [summary, ...new Set(faults)].join(' ');
  }

  return {
    busy,
    report,
    write(photos: readonly Attachment[]) {
      setBusy(true);
      setReport('');
      void writeAll(photos)
        .then(setReport)
        .finally(() => setBusy(false));
    },
  };
}

async function writeOne(store: Store, place: string, photo: Attachment): Promise<Outcome<null>> {
  const original = await fetchOriginal(photo.sha256, photo.mime);
  if (!original) return fail(problem('attachment.missing', { name: photo.name }));
  const lines = stampLines(photo, await wordsOf(store, photo));
  const copy = await readForScreen<'stamp'>({ kind: 'stamp', file: original, lines, marks: photo.marks });
  if (!copy) return fail(problem('photo.unreadable', { name: photo.name }));
  for (let from = 0; from < copy.size; from += sliceBytes) {
    const bytes = new Uint8Array(await copy.slice(from, from + sliceBytes).arrayBuffer());
    const last = from + sliceBytes >= copy.size;
    const written = await callBridge('copies.write', { place, name: copyName(photo), bytes, last });
    if (!written.ok) return written;
  }
  return succeed(null);
}

function copyName({ name, sha256 }: Attachment): string {
  const stem = name.replace(/\.[^.]*$/, '').slice(0, 60) || sha256.slice(0, 12);
  return `${stem}-stamped.jpg`;
}

async function wordsOf(store: Store, photo: Attachment) {
  const { records } = store.database;
  const rows = (await records.bulkGet([photo.tour, photo.stop || photo.tour])).flatMap((row) => row ?? []);
  const [tour] = valuesOfKind(store, rows, 'tour');
  const [stop] = valuesOfKind(store, rows, 'stop');
  const siteRow = stop && (await records.get(stop.site));
  const [site] = siteRow ? valuesOfKind(store, [siteRow], 'site') : [];
  return {
    tour: tour?.title ?? '',
    stop: stop ? stopTitle(stop, site) : '',
    address: site?.address ?? '',
  };
}
