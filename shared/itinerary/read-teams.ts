import type { CellFault } from './cell-fault';
import { cellKey, personName } from './cell-text';
import { faultAt } from './fault-at';
import { givenId } from './given-id';
import type { TeamField } from './itinerary-columns';
import type { Table, TableRow } from './read-table';
import { wholeNumber } from './whole-number';

/** One row of 组别: what the list of stops cannot say of a team. */
export interface TeamRow {
  readonly source: TableRow<TeamField>;
  readonly team: string;
  readonly teamKey: string;
  readonly order: number | null;
  readonly leader: string;
  readonly districts: readonly string[];
  readonly certain: boolean;
  readonly leaderId: string;
  readonly id: string;
}

export function readTeams(table: Table<TeamField>): {
  readonly teams: readonly TeamRow[];
  readonly faults: readonly CellFault[];
} {
  const faults: CellFault[] = [];
  const taken = new Map<string, number>();
  const teams = table.rows.map((source): TeamRow => {
    const teamKey = cellKey(source.cell('team'));
    const earlier = taken.get(teamKey);
    taken.set(teamKey, earlier ?? source.row);
    if (earlier !== undefined || teamKey === '')
      faults.push(
        faultAt(
          source.place('team'),
          teamKey === ''
            ? {
                zh: '组别是空的，请填写组的名称，或删去这一行。',
                en: 'The team is empty; name it or delete the row.',
              }
            : {
                zh: `这个组与第 ${earlier} 行重复，一个组只写一行。`,
                en: `This team is already listed in row ${earlier}; list it once.`,
              },
        ),
      );
    return {
      source,
      team: source.text('team'),
      teamKey,
      order: wholeNumber(source.cell('order'), 0),
      leader: personName(source.cell('leader')),
      districts: source
        .text('districts')
        .split('、')
        .filter((district) => district !== ''),
      certain: source.text('certain') !== '是',
      leaderId: givenId(source.text('leaderId')),
      id: givenId(source.text('id')),
    };
  });
  return { teams, faults };
}
