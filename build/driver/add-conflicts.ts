import type { Page } from '@playwright/test';
import { type NewRecord, addRecords } from './add-records';

/** Three records on which two laptops worked without knowing of each other: a value, a text, and one that was deleted meanwhile. */
export async function addConflicts(page: Page, tour: string, stop: string): Promise<void> {
  const here = { tour, stop, at: '2026-11-20T09:40:00+08:00' };
  const known = await addRecords(
    page,
    [
      of('note', 'torn-text', tour, { ...here, text: '塔吊一台在岗，吊装作业有专人指挥。' }),
      of('request', 'torn-value', tour, {
        ...here,
        text: '希望协调解决厂区东侧临时道路的排水问题，雨天积水较深，影响材料车辆进出。',
        responsible: '',
      }),
      of('request', 'torn-deleted', tour, { ...here, text: '希望尽快核发施工许可证。' }),
    ],
    '周敏',
  );
  await addRecords(
    page,
    editsOf(known, ['塔吊一台在岗，吊装作业有专人指挥。已拍照。', '临江区水务局', null]),
    '罗启明',
  );
  await addRecords(
    page,
    editsOf(known, [
      '塔吊一台在岗，吊装作业有专人指挥。另有一台停用待检。',
      '临江区住房和城乡建设局',
      '希望月底前核发施工许可证。',
    ]),
    '欧阳青禾',
  );
}

type Known = Awaited<ReturnType<typeof addRecords>>;

/** What one laptop made of the three; null where it deleted the record. */
function editsOf(known: Known, [text, responsible, late]: readonly (string | null)[]): readonly NewRecord[] {
  const values: readonly NewRecord['values'][] = [
    { text: text ?? '' },
    { responsible: responsible ?? '' },
    late === null || late === undefined ? { deleted: true } : { text: late },
  ];
  return known.map((before, index) => ({
    ...of(before.kind, before.id, before.scope, values[index] ?? {}),
    before,
  }));
}

function of(kind: NewRecord['kind'], id: string, tour: string, values: NewRecord['values']): NewRecord {
  return { kind, id, tour, values };
}
