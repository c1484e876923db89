import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleVisit } from '../../../build/samples-maker/sample-visit';
import { readItinerary } from '../../../electron/itinerary/read-itinerary';
import { parseTables } from '../../../electron/tables/parse-tables';
import { answerSheetId } from '../../../shared/checklists/answer-sheet-id';
import { presetChecklist } from '../../../shared/checklists/preset-checklist';
import type { TourFile } from '../../../shared/tour-file/tour-file';
import { tourFileSchema } from '../../../shared/tour-file/tour-file';

const samples = join(import.meta.dirname, '../../../build/samples');

export const sampleVisits = (
  JSON.parse(readFileSync(join(samples, 'visits.json'), 'utf8')) as { visits: readonly SampleVisit[] }
).visits;

export const samplePhoto = (name: string) => readFileSync(join(samples, 'photos', name));

/** The committed itinerary with everything that the sample's inspectors recorded at their stops. */
export async function recordedSample(): Promise<TourFile> {
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  const read = await readItinerary({
    file: 'itinerary.xlsx',
    bytes: readFileSync(join(samples, 'itinerary.xlsx')),
    newId,
    readTables: parseTables,
  });
  if (!read.ok || read.value.kind !== 'read') throw new Error('the sample itinerary is faulty');
  const { tour } = read.value;
  const records = sampleVisits.map((visit) => recordsOfVisit(tour, visit, newId));
  return tourFileSchema.parse({
    ...tour,
    checklists: [presetChecklist],
    stops: tour.stops.map((stop) => ({
      ...stop,
      ...(records.some((one) => one.stop === stop.id) && { status: 'visited' }),
    })),
    ...Object.fromEntries(
      (['notes', 'remarks', 'issues', 'attachments', 'answerSheets'] as const).map((list) => [
        list,
        records.flatMap((one) => one[list] as readonly object[]),
      ]),
    ),
  });
}

function recordsOfVisit(tour: TourFile, visit: SampleVisit, newId: () => string) {
  const team = tour.teams.find(({ name }) => name === visit.team)?.id ?? '';
  const stop = tour.stops.find((one) => one.team === team && one.order === visit.order)?.id ?? '';
  const base = () => ({ id: newId(), tour: tour.tour.id, stop });
  const issues = visit.issues.map((issue) => ({
    ...base(),
    text: issue.description,
    category: issue.category,
    severity: issue.severity,
    responsible: issue.responsibleUnit,
    solvedOnSite: issue.solvedOnSite,
    solvedHow: issue.solution ?? '',
  }));
  return {
    stop,
    notes: visit.notes.map((text) => ({ ...base(), text })),
    remarks: visit.remarks.map((remark) => ({
      ...base(),
      speaker: tour.people.find(({ name }) => name === remark.speaker)?.id ?? '',
      speakerName: remark.speaker,
      verb: remark.verb,
      addressee: remark.addressee,
      text: remark.text,
    })),
    issues,
    attachments: visit.issues.flatMap((issue, index) =>
      issue.photos.map((name) => {
        const bytes = samplePhoto(name);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return {
          ...base(),
          about: issues[index]?.id ?? '',
          sha256,
          size: bytes.length,
          mime: 'image/jpeg',
          name,
        };
      }),
    ),
    answerSheets: [
      {
        ...base(),
        id: answerSheetId(stop, presetChecklist.id),
        checklist: presetChecklist.id,
        version: presetChecklist.version,
        answers: visit.answers,
      },
    ],
  };
}
