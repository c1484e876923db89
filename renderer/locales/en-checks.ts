import type { zhChecks } from './zh-checks';

/** Words of the checks before leaving and at the end of the day. */
export const enChecks: typeof zhChecks = {
  title: 'Checks',
  departure: 'Ready to leave',
  evening: 'End of day',
  again: 'Check again',
  looking: 'Checking…',
  allWell: 'Everything is ready.',
  sum: 'Action needed: {{bad}}; worth checking: {{warn}}.',
  ok: 'OK',
  warn: 'Check',
  bad: 'Action needed',
  comma: ', ',
  goThere: 'See to it',
  tryDevice: 'Try it',
  handbook: 'Handbook',
  handbookHint:
    'A PDF for each team: route, people, what is known of each stop and its earlier visits, with lines to write on.',
  makeHandbook: 'Make handbooks',
  lines: {
    disk: {
      title: 'Disk space',
      ok: '{{n}} GB free',
      todo: '{{n}} GB free (0: less than one, or not known); photos may not fit. Free some space.',
    },
    folder: {
      title: 'Data folder',
      ok: 'can be written to',
      todo: 'The data folder cannot be written to. Check the disk or ask your administrator.',
    },
    clock: {
      title: 'Clock',
      ok: 'no deviation found',
      todo: 'This computer’s clock is wrong (off by {{span}}, or before this program was made). Set it.',
    },
    journal: {
      title: 'Second copy (journal)',
      ok: 'sound',
      todo: '{{n}} bytes of the journal are damaged and were set aside. Sync, then tell your administrator.',
    },
    sites: {
      title: 'Sites of stops',
      ok: 'every stop has its site',
      todo: 'Stops without a site: {{n}}, or there are no stops yet. Complete them under Plan.',
    },
    dossiers: {
      title: 'Dossiers',
      ok: 'something is known of every stop',
      todo: 'Stops without ledger facts or earlier visits: {{n}}. Import the ledger, or sync first.',
    },
    lastPhotos: {
      title: 'Photos of last time',
      ok: 'all on this computer',
      todo: 'Photos of the last visits that are not here yet: {{n}}. Sync before you leave.',
    },
    camera: {
      title: 'Camera',
      ok: 'there',
      todo: 'Not usable: none was found, or the system does not allow it, or another program holds it. Take photos with a phone and import them.',
    },
    microphone: {
      title: 'Microphone',
      ok: 'there',
      todo: 'Not usable: none was found, or the system does not allow it, or another program holds it. Nothing can be recorded.',
    },
    fonts: {
      title: 'Fonts of documents',
      ok: 'complete',
      todo: 'Fonts missing: {{n}}; documents look different here.',
    },
    unsaved: {
      title: 'Unsaved text',
      ok: 'none',
      todo: 'Places not on disk yet: {{n}}. Wait a moment, or look at the disk.',
    },
    server: {
      title: 'Central server',
      ok: 'set',
      todo: 'None is set; everything stays on this computer. Fine when working alone.',
    },
    unsent: {
      title: 'Receipts',
      ok: 'the server has receipted every edit',
      todo: 'Edits without a receipt from the server: {{n}}.',
    },
    filesToSend: { title: 'Files to send', ok: 'none', todo: 'Files not delivered yet: {{n}}.' },
    filesToFetch: {
      title: 'Files to fetch',
      ok: 'none',
      todo: 'Files of other computers not here yet: {{n}}.',
    },
    refused: { title: 'Refused edits', ok: 'none', todo: 'Edits refused by the server: {{n}}. Have a look.' },
    held: {
      title: 'Edits held back',
      ok: 'none',
      todo: 'Edits brought by others and held back on this computer: {{n}}. None of them was refused; Sync lists them.',
    },
    conflicts: { title: 'Conflicts', ok: 'none', todo: 'Conflicts to decide: {{n}}.' },
    openStops: { title: 'Stops not visited', ok: 'none', todo: 'Stops neither visited nor skipped: {{n}}.' },
    silentStops: {
      title: 'Stops without records',
      ok: 'none',
      todo: 'Visited stops without any record: {{n}}.',
    },
    silentTeams: {
      title: 'Teams not heard from',
      ok: 'none',
      todo: 'Teams of which nothing is on this computer: {{n}}.',
    },
  },
};
