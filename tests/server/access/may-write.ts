import type { Change } from '../../../shared/changes/change';
import { presetChecklist } from '../../../shared/checklists/preset-checklist';
import { type CallerName, administrators, writers } from './sample-callers';

export const field = (value: Change['fields'][string]['value']) => ({ value, replaces: [] });

/** The checklist that comes with the product, as an import of an itinerary brings it along. */
function preset(more: Change['fields'] = {}): Partial<Change> {
  const { id: record, ...values } = presetChecklist;
  const fields = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value)]));
  return { scope: 'office', kind: 'checklist', record, fields: { ...fields, ...more } };
}

/** What somebody may try to write, and who may. */
export const mayWrite: Readonly<
  Record<string, { readonly change: () => Partial<Change>; readonly by: readonly CallerName[] }>
> = {
  'a note in tour 1': {
    change: () => ({ scope: 'tour-1' }),
    by: [
      ...administrators,
      'administrator without password',
      'secretary',
      'inspector',
      'inspector of another team',
    ],
  },
  // Hubs and sticks carry what others typed.
  'a note at a stop of team 2': {
    change: () => ({ scope: 'tour-1', fields: { stop: field('stop-of-team-2') } }),
    by: [
      ...administrators,
      'administrator without password',
      'secretary',
      'inspector',
      'inspector of another team',
    ],
  },
  'to which team a stop of team 2 belongs': {
    change: () => ({
      scope: 'tour-1',
      kind: 'stop',
      record: 'stop-of-team-2',
      fields: { team: field('team-2') },
    }),
    by: [...administrators, 'administrator without password', 'secretary', 'inspector of another team'],
  },
  'a note in tour 2': {
    change: () => ({ scope: 'tour-2' }),
    by: [...administrators, 'administrator without password', 'inspector of another tour'],
  },
  'a site': {
    change: () => ({ scope: 'office', kind: 'site', fields: { name: field('新项目') } }),
    by: writers,
  },
  'a checklist': {
    change: () => ({ scope: 'office', kind: 'checklist', fields: { title: field('检查表') } }),
    by: [...administrators, 'administrator without password', 'secretary'],
  },
  // A laptop that began with an itinerary has it before it joins an office that has none.
  'the checklist of the product': { change: () => preset(), by: writers },
  'the checklist of the product with a word changed': {
    change: () => preset({ title: field('安全检查表') }),
    by: [...administrators, 'administrator without password', 'secretary'],
  },
  'one field of the checklist of the product': {
    change: () => ({ ...preset(), fields: { deleted: field(false) } }),
    by: [...administrators, 'administrator without password', 'secretary'],
  },
  'a preset of the office': {
    change: () => ({ scope: 'office', kind: 'preset', fields: { text: field('项目单位') } }),
    by: [...administrators, 'administrator without password'],
  },
  'a checklist beside the register': {
    change: () => ({ scope: 'tour-1', kind: 'checklist', fields: { title: field('检查表') } }),
    by: [...administrators, 'administrator without password', 'secretary'],
  },
  'who belongs to a team of tour 1': {
    change: () => ({
      scope: 'tour-1',
      kind: 'team',
      record: 'team-9',
      fields: { members: field(['person-9']) },
    }),
    by: [...administrators, 'administrator without password'],
  },
};
