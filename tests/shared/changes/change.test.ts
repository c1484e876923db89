import { describe, expect, it } from 'vitest';
import { checkChange } from '../../../shared/changes/check-change';
import { type Change, fieldNameSchema } from '../../../shared/changes/change';
import { merge } from '../../../shared/changes/merge';
import { project } from '../../../shared/changes/project';

const isName = (name: string) => fieldNameSchema.safeParse(name).success;

function answering(field: string): Change {
  return {
    id: 'change-1',
    scope: 'tour-1',
    kind: 'answerSheet',
    record: 'sheet-1',
    fields: {
      tour: { value: 'tour-1', replaces: [] },
      [field]: { value: 'yes', replaces: [] },
    },
    author: '',
    device: 'device-1',
    at: '2026-11-20T00:00:00.000Z',
  };
}

describe('the name of a field', () => {
  it.each([
    'text',
    'answers.permit',
    'answers.safety/permit',
    'answers.hazards[1]/photo',
    'answers.hazards[179000000000042]/photo',
    'answers.隐患[12]/照片/说明.补充-1',
  ])('may be %s, and its value stands under that name', (name) => {
    expect(isName(name)).toBe(true);
    if (!name.startsWith('answers.')) return;
    const change = answering(name);
    expect(checkChange(change)).toEqual([]);
    const sheet = project({ ...merge(undefined, change), kind: 'answerSheet' });
    expect(sheet?.answers).toEqual({ [name.slice('answers.'.length)]: 'yes' });
  });

  it.each([
    '',
    '隐患',
    'answers.',
    'answers./a',
    'answers.a/',
    'answers.a//b',
    'answers.a[0]',
    'answers.a[1',
    'answers.a[1]b',
    'answers.a b',
    'answers.1a',
    'answers.a\u0000',
    'answers.__proto__',
    'answers.a/constructor',
    'answers.prototype[1]/a',
    `answers.${'a'.repeat(200)}`,
  ])('is not %j', (name) => {
    expect(isName(name)).toBe(false);
  });
});
