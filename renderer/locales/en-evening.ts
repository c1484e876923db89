import type { zhEvening } from './zh-evening';

/** Words of the evening's merge: what each team still lacks. */
export const enEvening: typeof zhEvening = {
  title: 'Merge',
  hint: 'What each team still lacks. Only what has reached this computer counts: it cannot know what other computers have not sent yet.',
  asOf: 'Last heard from the server: {{at}}. ',
  asOfHub: 'Last heard from the team hub: {{at}}. ',
  neverGot: 'Nothing came from a server yet: only what is on this computer is seen.',
  again: 'Look again',
  looking: 'Looking…',
  visited: '{{n}} of {{of}} visited',
  nothingLacks: 'Nothing found missing',
  noRoute:
    'This tour has no teams and no stops yet: add them to its itinerary, and what each team lacks is listed here.',
  silent:
    'Nothing of this team is on this computer: it has not left yet, or its computers have not handed in.',
  gaps: {
    openStops: '{{n}} stop(s) neither visited nor skipped',
    noNotes: '{{n}} visited stop(s) without notes',
    noPhotos: '{{n}} visited stop(s) without photos',
    filesMissing: '{{n}} original(s) of photos or files not copied here',
    required: '{{n}} required question(s) not answered',
    noResponsible: '{{n}} issue(s) without a responsible unit',
    unsigned: '{{n}} issue(s) not confirmed by a signature',
    conflicts: '{{n}} record(s) in conflict',
  },
  place: '{{title}} ({{n}})',
  laptops: 'Computers of which something has arrived',
  laptop: '{{author}}, device {{device}}',
  thisLaptop: '{{author}}, this computer',
  lastEdit: 'last edit {{at}}',
  stops: '{{n}} stop(s)',
  laptopsHint:
    'Computers that never handed anything in are not listed; times are by each computer’s own clock.',
  unplaced: '{{n}} photo(s) belong to no stop yet',
  placeThem: 'Place them',
  save: 'Export the list',
  saved: 'The list was exported as “{{name}}”',
  fileName: 'Merge {{title}}.txt',
};
