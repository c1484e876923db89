import type { CellFault } from './cell-fault';
import { cellKey } from './cell-text';
import { type CellPlace, faultAt, quoted } from './fault-at';
import type { PersonRow } from './read-people';
import type { StopRow } from './read-stops';
import type { TeamRow } from './read-teams';

export interface LeaderReading {
  /** By the key of the team. */
  readonly leaders: ReadonlyMap<string, PersonRow>;
  readonly faults: readonly CellFault[];
}

/**
 * Who leads each team: the person whom the stops name, or else the only one who has that role in the list of people.
 * A leader who is not in the list is a fault and never a new person: it is nearly always a slip of the pen.
 */
export function findLeaders(
  stops: readonly StopRow[],
  people: readonly PersonRow[],
  teams: readonly TeamRow[],
): LeaderReading {
  const leaders = new Map<string, PersonRow>();
  const faults: CellFault[] = [];
  const byName = groupedBy(people, (person) => cellKey(person.name));
  const withoutLeader = new Set(teams.filter(({ leader }) => leader === '').map(({ teamKey }) => teamKey));
  const mentions: readonly LeaderMention[] = [...stops.map(mentionOf), ...teams.map(mentionOf)];
  for (const stop of mentions) {
    if (stop.leader === '' || stop.team === '') continue;
    const team = stop.teamKey;
    const named = byName.get(cellKey(stop.leader)) ?? [];
    const exact = named.filter(({ id }) => id !== '' && id === stop.leaderId);
    const candidates = exact.length > 0 ? exact : narrowed(named, team);
    const [person] = candidates;
    const known = leaders.get(team);
    const add = (zh: string, en: string): void => {
      faults.push(faultAt(stop.place, { zh, en }));
    };
    const name = quoted(stop.leader);
    if (person === undefined)
      add(
        `带队领导“${name}”不在“人员”表中，请核对姓名，或在“人员”表中补上。`,
        `The leader “${name}” is not on the sheet of people; check the name or add the person there.`,
      );
    else if (candidates.length > 1)
      add(
        `“人员”表中有 ${candidates.length} 位“${name}”，请在“人员”表中写明哪一位属于${quoted(stop.team)}。`,
        `There are ${candidates.length} people named “${name}”; say on the sheet of people which one belongs to ${quoted(stop.team)}.`,
      );
    else if (known !== undefined && known !== person)
      add(
        `带队领导“${name}”与${quoted(stop.team)}前面写的“${quoted(known.name)}”不一致，一个组只有一位带队领导。`,
        `The leader “${name}” differs from “${quoted(known.name)}” given before for ${quoted(stop.team)}; a team has one leader.`,
      );
    else leaders.set(team, person);
  }
  for (const [team, members] of groupedBy(people, (person) => person.teamKey)) {
    const [leading, ...others] = members.filter((person) => leads(person.role));
    if (
      team !== '' &&
      !leaders.has(team) &&
      !withoutLeader.has(team) &&
      leading !== undefined &&
      others.length === 0
    )
      leaders.set(team, leading);
  }
  return { leaders, faults };
}

/** A row that names who leads a team. */
interface LeaderMention {
  readonly leader: string;
  readonly team: string;
  readonly teamKey: string;
  readonly leaderId: string;
  readonly place: CellPlace;
}

function mentionOf({ leader, leaderId, team, teamKey, source }: StopRow | TeamRow): LeaderMention {
  return { leader, leaderId, team, teamKey, place: source.place('leader') };
}

/** Of several people with one name, the one of the team is meant, and of these the one whose role is to lead. */
function narrowed(named: readonly PersonRow[], team: string): readonly PersonRow[] {
  const ofTeam = named.filter(
    (person) => person.teamKey === team || person.teams.some((name) => cellKey(name) === team),
  );
  const leading = ofTeam.filter((person) => leads(person.role));
  return [leading, ofTeam, named].find((list) => list.length > 0) ?? [];
}

function groupedBy(
  people: readonly PersonRow[],
  key: (person: PersonRow) => string,
): ReadonlyMap<string, readonly PersonRow[]> {
  const groups = new Map<string, PersonRow[]>();
  for (const person of people) {
    const group = groups.get(key(person));
    if (group === undefined) groups.set(key(person), [person]);
    else group.push(person);
  }
  return groups;
}

function leads(role: string): boolean {
  return /带队|领队|组长/.test(role) && !role.includes('副');
}
