import type { AttendanceList } from '../document';
import { label, ref } from '../say';
import type { TourIndex } from '../tour-index';
import { openingPeople, participantsOf, spokenList } from './participants';

const labels = { present: '出席', leave: '请假', observer: '列席' } as const;

/** 参加 of the tour, then 出席, 请假 and 列席 of each meeting that has an attendance list. */
export function attendanceLists(index: TourIndex): readonly AttendanceList[] {
  return [...tourLists(index), ...index.meetings.flatMap((meeting) => meetingLists(index, meeting))];
}

/** One list of all where the opening said who did what; a list for each role where it pointed here. */
function tourLists(index: TourIndex): readonly AttendanceList[] {
  const people = participantsOf(index);
  const isAllNamed = openingPeople(index).length === people.length;
  const roles = isAllNamed ? ['参加'] : [...new Set(people.map(({ role }) => role))];
  return roles
    .map((role) => ({
      label: role === '' ? '参加' : role,
      entries: spokenList(isAllNamed ? people : people.filter((person) => person.role === role)).map(
        (person) => label(person, ref('tour', index.tour)),
      ),
    }))
    .filter(({ entries }) => entries.length > 0);
}

function meetingLists(index: TourIndex, meeting: TourIndex['meetings'][number]): readonly AttendanceList[] {
  const several = index.meetings.filter(({ attendance }) => attendance.length > 0).length > 1;
  return (['present', 'leave', 'observer'] as const).flatMap((status) => {
    const people = meeting.attendance.filter((person) => person.status === status);
    if (people.length === 0) return [];
    const name = several ? `${labels[status]}（${meeting.name}）` : labels[status];
    return [
      {
        label: name,
        entries: people.map(({ unit, name }) => label(`${unit}${name}`, ref('meeting', meeting))),
      },
    ];
  });
}
