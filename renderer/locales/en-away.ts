import type { zhAway } from './zh-away';

export const enAway: Readonly<Record<keyof typeof zhAway, string>> = {
  menu: 'More for “{{title}}”',
  putAway: 'Remove from this computer…',
  title: 'Remove “{{title}}” from this computer?',
  goes: '{{stops}} stop(s) with all their records and {{files}} file(s), about {{size}}, go from this computer and make room.',
  stays:
    'What the central server and other computers have stays as it is, and so do documents that were exported here. Xunji syncs first and checks every file.',
  again:
    'You can have it back at any time, below the list of tours, with a connection to the central server.',
  confirm: 'Remove from this computer',
  cancel: 'Keep it',
  working: 'Checking…',
  openSync: 'Open sync',
  list: 'Tours removed from this computer',
  listHint: 'They are on the central server; this computer receives no news of them.',
  bring: 'Bring back',
  bringNamed: 'Bring back “{{title}}”',
  coming: '“{{title}}” is coming back: it appears above once the central server is reached.',
};
