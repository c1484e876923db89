import type { zhSending } from './zh-sending';

/** Words of how far records and files have come, on their cards and on the page of the sync. */
export const enSending: typeof zhSending = {
  marks: {
    local: 'On this computer',
    sending: 'Being sent',
    sent: 'Delivered',
    refused: 'Refused',
    files: '{{n}} file(s) to send',
    filesMissing: '{{n}} original(s) not here yet',
  },
  title: 'Not delivered yet ({{n}})',
  count: '{{n}}',
  byState: 'Filter by state',
  byKind: 'Filter by kind',
  all: 'All',
  allKinds: 'All kinds',
  stateCount: '{{state}} {{n}}',
  states: {
    local: 'To send',
    sending: 'Being sent',
    refused: 'Refused',
    files: 'Files to send',
  },
  noneOfThese: 'Nothing fits this filter.',
  wholeTour: 'Whole tour',
  changes: '{{n}} edit(s)',
  filesOf: '{{n}} file(s)',
  deleted: '{{title}} (deleted)',
  refusedTitle: 'Refused: open and correct the record, and it is sent again by itself',
  heldTitle: 'Brought by others, kept on this computer, and handed on to nobody',
  again: 'Send again',
  againThis: 'Send “{{title}}” again',
  allAgain: 'Send all again',
  discard: 'Discard edits',
  discardThis: 'Discard the edits of “{{title}}”',
  discardTitle: 'Discard the edits of “{{title}}”?',
  discardText:
    'What was refused is taken back on this computer, and what others see stands again; a record that nobody else has is removed here. Only this computer has these words, and they are not sent any more.',
  discardYes: 'Discard edits',
  underWay: '{{n}} being sent',
  clockFast: 'this clock is {{n}} min fast',
  clockSlow: 'this clock is {{n}} min slow',
  toSettings: 'Open settings',
  carried: {
    title: 'Bundles handed in for others',
    accepted: 'The server took {{n}} edit(s)',
    partly: 'The server took {{n}} edit(s) and refused {{refused}}',
    asOwn:
      'The server does not know the other computer; its edits were handed in with the rights of this one',
  },
  files: {
    title: 'Files on the way ({{n}}, {{size}})',
    toSend: 'To send',
    toFetch: 'Original not here',
    settled: '{{n}} file(s) done',
  },
};
