import { stages } from '../records/stop';
import type { CellFault } from './cell-fault';
import { cellKey, personName } from './cell-text';
import { type FaultWords, faultAt, quoted } from './fault-at';
import type { StopField } from './itinerary-columns';
import { plannedTime } from './planned-time';
import { type StopExtras, readStopExtras, writtenTime } from './read-stop-extras';
import type { Table, TableRow } from './read-table';
import { wholeNumber } from './whole-number';

/** One row of 点位 that has been checked. Texts are kept as written; `plannedAt` is "HH:mm" or empty. */
export interface StopRow extends StopExtras {
  readonly source: TableRow<StopField>;
  readonly team: string;
  /** What teams are told apart by; see cellKey. */
  readonly teamKey: string;
  readonly leader: string;
  readonly order: number;
  readonly district: string;
  readonly enterprise: string;
  readonly project: string;
  readonly stage: string;
  readonly plannedAt: string;
  readonly address: string;
  readonly note: string;
}

export interface StopReading {
  readonly stops: readonly StopRow[];
  readonly faults: readonly CellFault[];
}

/** Reads every row and names every bad cell of it; a stop is only to be used when there is no fault at all. */
export function readStops(table: Table<StopField>): StopReading {
  const faults: CellFault[] = [];
  const taken = new Map<string, number>();
  const ids = new Map<string, number>();
  const stops = table.rows.map((source): StopRow => {
    const add = (field: StopField, words: FaultWords | null): void => {
      if (words !== null && table.has(field)) faults.push(faultAt(source.place(field), words));
    };
    const extras = readStopExtras(source, table.has, add);
    // An exported row is taken back as the tour had it, also where no plan would be written so.
    const isOurs = extras.id !== '';
    const team = source.text('team');
    const teamKey = cellKey(team);
    const order = wholeNumber(source.cell('order'), isOurs ? 0 : 1);
    const stage = cellKey(source.cell('stage'));
    const time = source.text('time');
    const plannedAt =
      time === '' ? '' : isOurs ? writtenTime(source, 'time') : plannedTime(source.cell('time'));

    if (isOurs) {
      const earlier = ids.get(extras.id);
      if (earlier === undefined) ids.set(extras.id, source.row);
      else add('id', listedTwice(earlier));
    }
    if (team === '' && extras.teamCertain && !isOurs) add('team', teamMissing);
    if (order === null) add('order', badOrder(source.text('order')));
    else if (team !== '' && !isOurs) {
      const key = `${teamKey} ${order}`;
      const earlier = taken.get(key);
      if (earlier === undefined) taken.set(key, source.row);
      else add('order', orderTaken(team, order, earlier));
    }
    if (source.text('enterprise') === '' && extras.siteName === '' && !isOurs)
      add('enterprise', enterpriseMissing);
    if (stage !== '' && !stages.some((known) => known === stage))
      add('stage', unknownStage(source.text('stage')));
    if (plannedAt === null) add('time', badTime(time));

    return {
      ...extras,
      source,
      team,
      teamKey,
      leader: personName(source.cell('leader')),
      order: order ?? 0,
      district: source.text('district'),
      enterprise: source.text('enterprise'),
      project: source.text('project'),
      // An export fills one of the two: a stage that stands beside the words of the source was put there since.
      stage: stage || extras.stageWords,
      plannedAt: plannedAt ?? '',
      address: source.text('address'),
      note: source.text('note'),
    };
  });
  return { stops, faults };
}

const teamMissing: FaultWords = {
  zh: '组别是空的，请填写这个点位属于哪一组，如“第一组”。',
  en: 'The team is empty; say which team this stop belongs to, for example “第一组”.',
};

const enterpriseMissing: FaultWords = {
  zh: '企业名称是空的，请填写企业、建设单位或地块、场所的名称。',
  en: 'The enterprise is empty; give the name of the enterprise, the building owner, the plot or the place.',
};

function badOrder(value: string): FaultWords {
  if (value === '')
    return {
      zh: '序号是空的，应为不小于 1 的整数。',
      en: 'The order is empty; a whole number from 1 is expected.',
    };
  return {
    zh: `序号“${quoted(value)}”不是数字，应为不小于 1 的整数。`,
    en: `The order “${quoted(value)}” is not a number; a whole number from 1 is expected.`,
  };
}

function orderTaken(team: string, order: number, row: number): FaultWords {
  return {
    zh: `${quoted(team)}的序号 ${order} 与第 ${row} 行重复，同一组内序号不能重复。`,
    en: `Order ${order} of ${quoted(team)} is already used in row ${row}; it must be unique in a team.`,
  };
}

function unknownStage(value: string): FaultWords {
  return {
    zh: `阶段“${quoted(value)}”不认识，应为${stages.join('、')}之一，或留空。`,
    en: `The stage “${quoted(value)}” is not known; expected is one of ${stages.join(', ')}, or nothing.`,
  };
}

function badTime(value: string): FaultWords {
  return {
    zh: `计划时间“${quoted(value)}”不是时间，应如 08:30 或 下午2:30，或留空。`,
    en: `The planned time “${quoted(value)}” is not a time; expected is for example 08:30, or nothing.`,
  };
}

function listedTwice(row: number): FaultWords {
  return {
    zh: `巡记编号与第 ${row} 行重复，复制出来的行请清空这一格。`,
    en: `The Xunji ID is already used in row ${row}; empty this cell in a row that was copied.`,
  };
}
