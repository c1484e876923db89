import { enAway } from './en-away';
import { enAdmin } from './en-admin';
import { enChecklists } from './en-checklists';
import { enImport } from './en-import';
import { enRegister } from './en-register';
import { enData } from './en-data';
import { enHelp } from './en-help';
import { enConflicts } from './en-conflicts';
import { enChecks } from './en-checks';
import { enPlan } from './en-plan';
import { enRecords } from './en-records';
import { enCapture } from './en-capture';
import { enForm } from './en-form';
import { enBundles } from './en-bundles';
import { enScores } from './en-scores';
import { enEvening } from './en-evening';
import { enHub } from './en-hub';
import { enOffice } from './en-office';
import { enPresets } from './en-presets';
import { enSending } from './en-sending';
import { enMemo, enPhotos } from './en-photos';
import { enStop } from './en-stop';
import { enTransfers } from './en-transfers';
import type { zhCN } from './zh-CN';

export const en: typeof zhCN = {
  frame: {
    name: 'Xunji',
    home: 'Xunji, back to the tours',
    find: 'Find a stop, person or record',
    settings: 'Settings',
    overview: 'Overview',
    photos: 'Photos',
    minutes: 'Minutes',
    unclassified: 'Not classified',
    unclassifiedHint: 'State secrets must not be stored or processed here',
    openTour: 'Change tour',
    navigation: 'Pages of the tour',
    allPages: 'All pages',
  },
  saving: {
    saved: 'Saved',
    saving: 'Saving',
    failed: 'Not saved',
    savedHint: 'Written to this computer’s disk',
  },
  syncBadge: {
    label: 'Sync: {{state}}',
    off: 'No office joined',
    idle: 'All delivered',
    working: 'Syncing',
    offline: 'Offline',
    trouble: 'Sync blocked',
    notJoined: 'Not joined',
    diskFull: 'Disk full',
    strange: 'Strange answer',
    unsent: '{{n}} edit(s) to send',
    files: '{{n}} file(s) on the way',
    refused: '{{n}} edit(s) refused',
    held: '{{n}} edit(s) held back',
    conflicts: '{{n}} conflict(s)',
  },
  palette: {
    title: 'Find',
    hint: 'Name, pinyin or initials, e.g. whsl',
    empty: 'Nothing found for “{{query}}”',
    results: 'Results',
    stop: 'Stop',
    person: 'Person',
    page: 'Page',
    action: 'Action',
    tour: 'Tour',
    keys: '↑↓ choose   Enter go   Esc close',
  },
  firstRun: {
    title: 'Welcome to Xunji',
    text: 'Please enter your name. It stands on every record you make; you can change it in Settings.',
    name: 'Name',
    start: 'Start',
  },
  tours: {
    title: 'Tours',
    import: 'Import itinerary',
    files: 'More',
    itinerary: 'Itinerary',
    importFile: 'Import tour file (.json)',
    templateXlsx: 'Save itinerary template (.xlsx)',
    templateCsv: 'Save itinerary template (.csv)',
    empty: 'No tours yet',
    emptyHint:
      'Press “Import itinerary” and choose the spreadsheet (.xlsx): one sheet of stops, one of people. A blank one with instructions is under “More”.',
    syncHint:
      'If a colleague has imported it already, join the office in Settings; the tour appears here after the sync.',
    grantHint:
      'If a colleague has imported it already, ask your administrator to grant you the tour, or to be put into a team; it appears here with the next sync.',
    stops: 'Stops: {{n}}',
    progress: 'Visited {{visited}} of {{all}}',
    undated: 'No date yet',
    open: 'Open tour “{{title}}”',
    cancel: 'Cancel',
    site: 'Stop',
  },
  overview: {
    start: 'Go on site',
    goOn: 'Continue on site',
    continue: 'Continue with {{title}}',
    export: 'Export',
    itineraryXlsx: 'Itinerary (.xlsx)',
    itineraryCsv: 'Itinerary, stops only (.csv)',
    tourFile: 'Tour file (.json, with attachments)',
    itineraryName: '{{title}} itinerary',
    exported: 'Exported as “{{name}}”, attachments in the folder “files” beside it',
    exportedWithout:
      'Exported as “{{name}}”; the originals of {{missing}} attachment(s) are not on this computer yet: sync and export again',
    allStops: 'Stops',
    visited: 'Visited',
    skipped: 'Skipped',
    notes: 'Notes',
    remarks: 'Remarks',
    issues: 'Issues',
    photos: 'Photos',
    stated: 'stated: {{n}}',
    noLeader: 'No leader yet',
    uncertain: 'team to be verified',
    members: 'members: {{n}}',
    noStops: 'This team has no stops yet',
    noRoute: 'No stops yet',
    noRouteHint:
      'Add teams and stops in the plan. If you have an itinerary file (.xlsx, .csv), import it from the list of tours.',
    makeRoute: 'Make the plan',
    notThere: 'There is no such tour',
    notThereHint: 'It may have been deleted, or has not come to this computer yet.',
    back: 'Back to the tours',
    loading: 'Reading…',
    person: 'Person',
    phone: 'Telephone',
    unit: 'Unit',
    posts: 'Posts',
    shown: 'Show',
    planActual: 'Plan and actual',
    personTeam: 'Team',
    closePerson: 'Close',
    remarkCount: 'Remarks: {{n}}',
    issueCount: 'Issues: {{n}}',
    noteCount: 'Notes: {{n}}',
    photoCount: 'Photos: {{n}}',
  },
  ...enData,
  records: enRecords,
  form: enForm,
  register: enRegister,
  checklists: enChecklists,
  import: enImport,
  ...enBundles,
  scores: enScores,
  stop: enStop,
  plan: enPlan,
  capture: enCapture,
  checks: enChecks,
  help: enHelp,
  photos: enPhotos,
  memo: enMemo,
  minutes: {
    composing: 'Composing…',
    compile: 'Make documents',
    conflicts: 'Records in conflict: {{n}}. The documents follow what is shown for now.',
    decide: 'Decide first',
    compiling: 'Making…',
    preparingPhotos: 'Preparing photos {{done}}/{{all}}',
    files: 'Documents made',
    show: 'Show in folder',
    showFile: 'Show “{{name}}” in its folder',
    missingFonts:
      'This computer lacks the fonts {{fonts}}. The documents name them, and look right where they are installed.',
    evidence: 'Evidence',
    evidenceHint: 'Click any sentence to see the records and photos it rests on.',
    evidenceNone: 'This sentence was worded by the program; no single record stands behind it.',
    goToStop: 'Show stop',
    missing: 'Not in the minutes',
    showAll: 'Show all {{n}}',
    nothingMissing: 'Every record is in the minutes.',
    preview: 'Preview of the minutes',
    sentence: 'Show what this sentence rests on',
    docx: 'Minutes (Word)',
    pdf: 'Minutes (PDF)',
    xlsx: 'Issue list (Excel)',
  },
  removal: {
    notice:
      'The server no longer lets this computer see {{n}} stop(s). Nothing was removed yet: please decide.',
    look: 'Look',
    title: 'Remove this from this computer?',
    text: 'The central server says that this computer may no longer see the tours below: {{n}} stop(s) of the {{of}} that are here. Since that is much, you are asked first.',
    advice:
      'If you have not heard of a change of access, keep it and ask your administrator. What was not sent yet has been handed in.',
    sure: 'I have asked, and agree to remove these {{n}} stop(s) from this computer',
    keep: 'Keep for now',
    remove: 'Remove',
  },
  sending: enSending,
  transfers: enTransfers,
  evening: enEvening,
  conflicts: enConflicts,
  hub: enHub,
  away: enAway,
  presets: enPresets,
  office: enOffice,
  admin: enAdmin,
  sync: {
    title: 'Sync',
    off: 'No office is joined yet; Xunji works alone on this computer.',
    offHint:
      'Once this computer has joined an office, records are sent by themselves; until then all stay on it.',
    idle: 'Everything on this computer has reached the central server.',
    waiting: 'Something is waiting and is sent by itself.',
    working: 'Exchanging with the central server.',
    offline:
      'The central server cannot be reached now. Everything is on this computer and is sent when there is a network.',
    trouble: 'Something could not be sent and needs you.',
    blocked: 'Sync did not succeed and needs you.',
    now: 'Sync now',
    settings: 'Sync settings',
    unsent: 'Unsent edits',
    filesPending: 'Files waiting',
    refused: 'Refused',
    conflicts: 'Conflicts',
    lastContact: 'Last contact',
    never: 'Never',
    unread:
      '{{n}} edit(s) were made with a newer Xunji and are kept as they came. They show once Xunji is updated.',
    noConflicts: 'No conflicts',
    noConflictsHint:
      'When two people change the same place, both texts stand here side by side for you to choose.',
    use: 'Use this',
    useThis: 'Use the text of {{author}}',
    from: '{{author}}, {{at}}',
    thisDevice: 'this computer',
    otherDevice: 'device {{device}}',
    emptyValue: '(empty)',
    yes: 'Yes',
    no: 'No',
  },
  settings: {
    title: 'Settings',
    person: 'User',
    userName: 'Name',
    server: 'Central server',
    save: 'Save',
    saved: 'Settings saved',
    display: 'Display',
    language: 'Language',
    zh: '简体中文',
    en: 'English',
    theme: 'Theme',
    themes: {
      system: 'Same as the system',
      light: 'Light',
      dark: 'Dark',
      contrast: 'High contrast (sunlight)',
    },
    size: 'Text size',
    sizes: { normal: 'Normal', large: 'Large', huge: 'Very large' },
    about: 'About',
    version: 'Version',
    engine: 'Runs on',
    device: 'Device',
    mark: 'Use',
    unclassified:
      'This system is not for classified work: state secrets must not be stored, processed or sent here.',
  },
  trouble: {
    title: 'This screen has failed',
    text: 'Everything saved is on disk and nothing is lost. Reload; if it happens again, give the log to your administrator.',
    reload: 'Reload',
    readingJournal: 'Bringing this computer’s data up to date from the journal',
    readingJournalHint:
      '{{read}} of {{of}} edits read. Everything is on disk; please wait and leave the computer on.',
    startTitle: 'Xunji could not start',
    startText: 'Nothing was changed. Follow the advice above and try again.',
    recovered:
      'The database on this computer was damaged or emptied; {{n}} edits were restored from the journal.',
    journalDamaged:
      'The journal on this computer (the second copy) was damaged or incomplete; what was not sent yet was written to it again.',
    journalDamagedHint:
      'What was sent is safe on the central server. Sync soon, check the disk and tell your administrator.',
    recoveredHint: 'Everything is back and you can go on. If it happens again, have the disk checked.',
    dismiss: 'Dismiss',
  },
};
