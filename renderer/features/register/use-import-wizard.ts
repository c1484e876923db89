import { startTransition, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { presetChecklist } from '../../../shared/checklists/preset-checklist';
import type { Problem } from '../../../shared/problems';
import { type ItineraryChoice, guessItinerary } from '../../../shared/tables/itinerary-tables';
import { type Mapping, guessMapping } from '../../../shared/tables/mapping';
import type { ItineraryReading } from '../../../shared/tables/read-itinerary-table';
import { type RegisterTable, ledgerField, tableColumns } from '../../../shared/tables/table-columns';
import type { Workbook } from '../../../shared/tables/workbook';

import { openTable } from '../../data/open-table';
import { readKnownTours } from '../../data/read-known-tours';
import { readRegister } from '../../data/read-register';
import type { Edit, Store } from '../../data/store';
import { useStore } from '../../data/store-context';
import { type TableQuestion, type TableReader, openTableReader } from '../../data/table-reader';

/** Which sheet is read and what its columns mean; of an itinerary, of each of its sheets. */
export type TableChoice =
  | {
      readonly kind: 'table';
      readonly table: RegisterTable;
      readonly sheet: number;
      readonly mapping: Mapping;
    }
  | ({ readonly kind: 'itinerary' } & ItineraryChoice);

export type WizardStep =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'mapping'; readonly opened: OpenedFile; readonly choice: TableChoice }
  | {
      readonly kind: 'preview';
      readonly opened: OpenedFile;
      readonly choice: TableChoice;
      readonly reading: ItineraryReading;
      /** How many edits are saved; null before the import. */
      readonly done: number | null;
    };

export interface OpenedFile {
  readonly file: string;
  readonly workbook: Workbook;
}

/**
 * A file's way into the register: chosen, mapped, compared, looked at, and only then imported. Its steps are drawn in slices: a
 * dialog full of fields or rows is more than a key should wait for.
 */
export function useImportWizard(purpose: RegisterTable | 'itinerary', onClose: () => void) {
  const store = useStore();
  const navigate = useNavigate();
  const [step, setStep] = useState<WizardStep>({ kind: 'reading' });
  const reader = useRef<TableReader>(undefined);

  function close() {
    reader.current?.close();
    onClose();
  }

  async function choose(dropped: File | null) {
    setStep({ kind: 'reading' });
    const opened = await openTable(purpose, dropped);
    if (!opened.ok) return setStep({ kind: 'failed', problem: opened.problem });
    if (opened.value.kind === 'canceled') return close();
    const { file, workbook } = opened.value;
    const choice = guessChoice(purpose, workbook);
    reader.current?.close();
    reader.current = await openTableReader(workbook, await readRegister(store));
    // An itinerary whose columns are all known needs no mapping: it is looked at right away.
    if (choice.kind === 'itinerary') await preview({ file, workbook }, choice);
    else startTransition(() => setStep({ kind: 'mapping', opened: { file, workbook }, choice }));
  }

  async function preview(opened: OpenedFile, choice: TableChoice) {
    if (!reader.current) return;
    const question: TableQuestion =
      choice.kind === 'table'
        ? choice
        : {
            kind: 'itinerary',
            choice: { stops: choice.stops, people: choice.people, activity: choice.activity },
            tours: await readKnownTours(store),
            title: opened.file.replace(/\.[^.]*$/, ''),
          };
    const reading = await reader.current.read(question);
    startTransition(() => setStep({ kind: 'preview', opened, choice, reading, done: null }));
  }

  async function confirm() {
    if (step.kind !== 'preview' || step.done !== null) return;
    const { reading } = step;
    setStep({ ...step, done: 0 });
    const edits = [
      ...reading.edits,
      ...(reading.tour ? await missingChecklist(store, reading.tour.tour.id) : []),
    ];
    const saved = await store.saveWhole(edits, (done) => setStep({ ...step, done }));
    if (!saved.ok) return setStep({ kind: 'failed', problem: saved.problem });
    close();
    if (reading.tour) await navigate(`/tours/${reading.tour.tour.id}`);
  }

  return {
    step,
    close,
    choose: (dropped: File | null) => void choose(dropped),
    map: (choice: TableChoice) => {
      if (step.kind === 'mapping' || step.kind === 'preview')
        setStep({ kind: 'mapping', opened: step.opened, choice });
    },
    preview: () => {
      if (step.kind === 'mapping') void preview(step.opened, step.choice);
    },
    confirm: () => void confirm(),
  };
}

function guessChoice(purpose: RegisterTable | 'itinerary', workbook: Workbook): TableChoice {
  if (purpose === 'itinerary') return { kind: 'itinerary', ...guessItinerary(workbook) };
  const columns = tableColumns[purpose];
  const others = purpose === 'sites' ? ledgerField : '';
  const mappings = workbook.sheets.map((sheet) => guessMapping(sheet, columns, others));
  const scores = mappings.map(
    ({ fields }, index) =>
      fields.filter((field) => field !== '' && field !== ledgerField).length -
      (workbook.sheets[index]?.hidden ? 100 : 0),
  );
  const sheet = Math.max(0, scores.indexOf(Math.max(...scores)));
  return { kind: 'table', table: purpose, sheet, mapping: mappings[sheet] ?? { header: 0, fields: [] } };
}

/** The checklist of the product, for an office that has none of that id yet. */
async function missingChecklist(store: Store, tour: string): Promise<readonly Edit[]> {
  if (await store.database.records.get(presetChecklist.id)) return [];
  const { id, ...values } = presetChecklist;
  return [{ kind: 'checklist', id, tour, values }];
}
