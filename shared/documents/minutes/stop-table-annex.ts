import type { Annex, Sentence } from '../document';
import { label, ref } from '../say';
import type { TourIndex } from '../tour-index';
import { stopName } from './names';

const statusWords = { planned: '', visited: '', skipped: '取消', added: '增加', swapped: '调换' } as const;

/** From this many stops on, a table shows the route at a glance. */
const worthATable = 10;

/** Is the route given as a table, with times and remarks, so that the text need not repeat them? */
export function hasStopTable(index: TourIndex): boolean {
  return index.stops.length >= worthATable;
}

/** 点位一览表: the plan beside what happened, one row a stop. */
export function stopTableAnnexes(index: TourIndex): readonly Annex[] {
  if (!hasStopTable(index)) return [];
  const hasRemarks = index.stops.some((stop) => stop.remarks.trim() !== '');
  const teams = index.teams.map((team) => team.id);
  const stops = index.stops.toSorted((left, right) => place(teams, left.team) - place(teams, right.team));
  const rows = stops.map((stop, position) => {
    const site = index.by.sites.get(stop.site);
    const cells = [
      String(position + 1),
      index.by.teams.get(stop.team)?.name ?? '',
      site?.district ?? '',
      stopName(index, stop),
      stop.stage,
      stop.plannedAt,
      [stop.visitedAt, statusWords[stop.status]].filter((part) => part !== '').join(' '),
      ...(hasRemarks ? [stop.remarks] : []),
    ];
    return cells.map((cell): Sentence => label(cell, ref('stop', stop)));
  });
  return [
    {
      title: '点位一览表',
      blocks: [
        {
          kind: 'table',
          header: ['序号', '组别', '区县', '点位', '阶段', '计划', '实际', ...(hasRemarks ? ['备注'] : [])],
          widths: hasRemarks
            ? [0.08, 0.1, 0.11, 0.28, 0.08, 0.1, 0.1, 0.15]
            : [0.08, 0.12, 0.13, 0.37, 0.1, 0.1, 0.1],
          rows,
        },
      ],
    },
  ];
}

function place(teams: readonly string[], team: string): number {
  const position = teams.indexOf(team);
  return position < 0 ? teams.length : position;
}
