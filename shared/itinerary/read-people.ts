import type { CellFault } from './cell-fault';
import { cellKey, personName } from './cell-text';
import { type FaultWords, faultAt, quoted } from './fault-at';
import { givenId } from './given-id';
import type { PersonField } from './itinerary-columns';
import type { Table } from './read-table';
import { wholeNumber } from './whole-number';

/** One row of 人员 that has been checked. */
export interface PersonRow {
  readonly name: string;
  readonly unit: string;
  readonly posts: readonly string[];
  readonly team: string;
  readonly teamKey: string;
  /** Of a person who belongs to several, all of them. */
  readonly teams: readonly string[];
  readonly role: string;
  readonly rank: number;
  readonly phone: string;
  readonly id: string;
  /** False for somebody who takes part but is no entry of the roster (市直有关单位负责人). */
  readonly listed: boolean;
  /** False for somebody of the roster whom a team names and who does not take part. */
  readonly takes: boolean;
}

export interface PeopleReading {
  readonly people: readonly PersonRow[];
  readonly faults: readonly CellFault[];
}

/** Reads every row and names every bad cell of it. Where no rank is written, the row above decides: the order of the list is the order of rank. */
export function readPeople(table: Table<PersonField>): PeopleReading {
  const faults: CellFault[] = [];
  const known = new Map<string, number>();
  let rank = 0;
  const people = table.rows.flatMap((source): readonly PersonRow[] => {
    const add = (field: PersonField, words: FaultWords): void => {
      if (table.has(field)) faults.push(faultAt(source.place(field), words));
    };
    const id = givenId(source.text('id'));
    const listed = source.text('listed') !== '否';
    const name = personName(source.cell('name'));
    const unit = source.text('unit');
    const written = wholeNumber(source.cell('rank'), 0);
    if (written === null && source.text('rank') !== '') add('rank', badRank(source.text('rank')));
    rank = written ?? rank + 1;

    // Reports tell of some by their post alone; whoever is no entry of the roster may stay without a name.
    if (name === '' && (listed || source.text('posts') === '')) add('name', nameMissing);
    else if (listed) {
      const key = id || `${cellKey(name)}\n${cellKey(unit)}`;
      const earlier = known.get(key);
      if (earlier === undefined) known.set(key, source.row);
      else {
        add('name', listedTwice(name, unit, earlier));
        // Counted once, or every stop that names this leader would be called ambiguous as well.
        return [];
      }
    }
    return [
      {
        name,
        unit,
        posts: source
          .text('posts')
          .split('、')
          .map((post) => post.trim())
          .filter((post) => post !== ''),
        team: source.text('team'),
        teamKey: cellKey(source.cell('team')),
        teams: source
          .text('team')
          .split('、')
          .filter((team) => team !== ''),
        role: source.text('role'),
        rank,
        phone: source.text('phone'),
        id,
        listed,
        takes: source.text('takes') !== '否',
      },
    ];
  });
  return { people, faults };
}

const nameMissing: FaultWords = {
  zh: '姓名是空的，请填写姓名，或删去这一行。',
  en: 'The name is empty; fill it in or delete the row.',
};

function badRank(value: string): FaultWords {
  return {
    zh: `排序“${quoted(value)}”不是整数，应如 1、2、3，数字小的排在前面，或留空。`,
    en: `The rank “${quoted(value)}” is not a whole number; expected is 1, 2, 3 …, small first, or nothing.`,
  };
}

function listedTwice(name: string, unit: string, row: number): FaultWords {
  const from = unit === '' ? '' : `（${quoted(unit)}）`;
  return {
    zh: `“${quoted(name)}”${from}与第 ${row} 行重复，同一单位的同一人只能写一次。`,
    en: `“${quoted(name)}”${from} is already listed in row ${row}; one person of one unit is listed once.`,
  };
}
