import type { zhPresets } from './zh-presets';

export const enPresets: typeof zhPresets = {
  title: 'Presets of the office',
  hint: 'Every computer gets them at its next sync; they can be changed and used without a network.',
  onlyAdministrators: 'Only administrators change the presets of the office; here you can read them.',
  open: 'See the presets of the office',
  holidays: 'Holidays',
  holidaysHint:
    'Paste the year’s notice of holidays as it was published, or type it: “2026-10-01 to 2026-10-07 off. 2026-10-10 at work.” Deadlines in working days are counted by it.',
  year: 'Year',
  notice: 'Notice of {{year}}',
  noNotice: 'There is no notice of {{year}} yet; deadlines leave out weekends only.',
  off: 'Off ({{n}} days)',
  work: 'Weekends at work ({{n}} days)',
  none: 'none',
  unread: 'Not understood, please write it differently: {{sentences}}',
  oneToALine: '{{list}} (one to a line; empty for those that Xunji brings)',
  lists: {
    addressees: 'Addressees of remarks',
    issueCategories: 'Categories of issues',
    requestCategories: 'Categories of requests',
  },
  dueBy: 'Due on {{day}}',
  dueProvisional: 'Due on {{day}} (provisional: the holidays of that year are not known yet)',
  dueOff: '{{day}} is a day off; the next working day is {{next}}',
};
