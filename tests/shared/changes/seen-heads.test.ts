import { describe, expect, it } from 'vitest';
import { listConflicts } from '../../../shared/changes/list-conflicts';
import { Device } from './devices';

const laptops = () => [new Device('anna', 1, 'site'), new Device('bao', 2, 'site')] as const;

const valuesOf = (device: Device, field: string) =>
  device.state?.fields[field]?.heads.map(({ value }) => value).toSorted();

/** Anna has the field open; what Bao set reaches her laptop before she has saved, and she never sees it. */
function meanwhile(field: string, [first, hers, his]: readonly [string[], string[], string[]]) {
  const [anna, bao] = laptops();
  bao.take([anna.edit({ name: '一厂', [field]: first })]);
  anna.take([bao.edit({ [field]: his }, { from: { [field]: first } })]);
  anna.edit({ [field]: hers }, { from: { [field]: first } });
  return { anna, bao };
}

describe('a list that came while somebody worked on it', () => {
  it('stays beside what is saved, and through all that is typed after it', () => {
    const { anna } = meanwhile('facts', [['甲'], ['甲', '乙'], ['甲', '丙']]);
    anna.edit({ facts: ['甲', '乙', '丁'] }, { from: { facts: ['甲', '乙'] } });
    expect(listConflicts(anna.state!)).toMatchObject([{ kind: 'values', field: 'facts' }]);
    expect(valuesOf(anna, 'facts')).toEqual([
      ['甲', '丙'],
      ['甲', '乙', '丁'],
    ]);
  });

  it('would be lost if an edit counted as made from what is stored', () => {
    const [anna, bao] = laptops();
    bao.take([anna.edit({ facts: ['甲'] })]);
    anna.take([bao.edit({ facts: ['甲', '丙'] })]);
    anna.edit({ facts: ['甲', '乙'] });
    expect(valuesOf(anna, 'facts')).toEqual([['甲', '乙']]);
  });

  it('is no matter where it is what lay before the person', () => {
    const [anna, bao] = laptops();
    bao.take([anna.edit({ facts: ['甲'] })]);
    anna.take([bao.edit({ facts: ['甲', '丙'] })]);
    anna.edit({ facts: ['甲', '丙', '丁'] }, { from: { facts: ['甲', '丙'] } });
    expect(listConflicts(anna.state!)).toEqual([]);
  });
});

it('takes a value for seen that a screen shows with defaults, or with its parts in another order', () => {
  const [anna, bao] = [new Device('anna', 1, 'tour'), new Device('bao', 2, 'tour')];
  anna.take([bao.edit({ participants: [{ name: '王芳' }] })]);
  const shown = [{ role: '', posts: [], name: '王芳', person: '' }];
  anna.edit({ participants: [] }, { from: { participants: shown } });
  expect(valuesOf(anna, 'participants')).toEqual([[]]);
});

it('takes what the same laptop saved a moment ago for seen, also where the field was not told of it', () => {
  const anna = new Device('anna', 1, 'site');
  anna.edit({ facts: ['甲'] });
  anna.edit({ facts: ['甲', '乙'] }, { from: { facts: ['甲'] } });
  anna.edit({ facts: ['甲', '乙', '丙'] }, { from: { facts: ['甲'] } });
  expect(valuesOf(anna, 'facts')).toEqual([['甲', '乙', '丙']]);
});

it('takes a value for seen in a record of which too little has arrived to be shown', () => {
  const [anna, bao] = [new Device('anna', 1, 'score'), new Device('bao', 2, 'score')];
  anna.take([bao.edit({ 'points.c1': 7 })]);
  anna.edit({ 'points.c1': 9 }, { from: { 'points.c1': 7 } });
  expect(valuesOf(anna, 'points.c1')).toEqual([9]);
});

it('takes an answer for seen that a form writes as a text', () => {
  const [anna, bao] = [new Device('anna', 1, 'answerSheet'), new Device('bao', 2, 'answerSheet')];
  bao.take([anna.edit({ tour: 't1', stop: 's1' })]);
  anna.take([bao.edit({ 'answers.depth': 5 })]);
  anna.edit({ 'answers.depth': '6' }, { from: { 'answers.depth': '5' } });
  expect(valuesOf(anna, 'answers.depth')).toEqual(['6']);
});

it('takes a first value of somebody else for unseen where nothing stood', () => {
  const [anna, bao] = [new Device('anna', 1, 'score'), new Device('bao', 2, 'score')];
  bao.take([anna.edit({ tour: 't1', stop: 's1', sheet: 'h1' })]);
  anna.take([bao.edit({ 'points.c1': 7 }, { from: { 'points.c1': null } })]);
  anna.edit({ 'points.c1': 9 }, { from: { 'points.c1': null } });
  expect(valuesOf(anna, 'points.c1')).toEqual([7, 9]);
});

describe('a decision', () => {
  it('ends the values that lay before the person; one that came since stays to be decided', () => {
    const [anna, bao] = laptops();
    const chen = new Device('chen', 3, 'site');
    bao.take([anna.edit({ name: '一厂' })]);
    chen.take(anna.made);
    anna.edit({ kind: 'plot' });
    anna.take([bao.edit({ kind: 'park' })]);
    const seen = anna.state!.fields['kind']!.heads.map(({ change }) => change);
    anna.take([chen.edit({ kind: 'place' })]);
    anna.edit({ kind: 'park' }, { seen: { kind: seen } });
    expect(valuesOf(anna, 'kind')).toEqual(['park', 'place']);
  });

  it('on a text keeps the words that came since', () => {
    const [left, right] = [new Device('anna', 1), new Device('bao', 2)];
    const third = new Device('chen', 3);
    right.take([left.edit({ tour: 't1', text: '护栏缺失' })]);
    third.take(left.made);
    left.edit({ text: '护栏缺失两处' });
    left.take([right.edit({ text: '护栏缺失三处' })]);
    const seen = left.state!.fields['text']!.heads.map(({ change }) => change);
    left.take([third.edit({ text: '东侧护栏缺失' })]);
    left.edit({ text: '护栏缺失三处' }, { seen: { text: seen } });
    expect(JSON.stringify(left.state)).toContain('东侧护栏缺失');
  });

  it('to leave a record deleted says nothing of an edit that came since', () => {
    const [anna, bao] = laptops();
    const chen = new Device('chen', 3, 'site');
    bao.take([anna.edit({ name: '一厂' })]);
    chen.take(anna.made);
    anna.edit({ deleted: true });
    anna.take([bao.edit({ address: '东路' })]);
    const [conflict] = listConflicts(anna.state!);
    const seen =
      conflict?.kind === 'editedWhileDeleted'
        ? [...conflict.heads, ...conflict.edits.map(({ head }) => head)].map(({ change }) => change)
        : [];
    anna.take([chen.edit({ district: '城东' })]);
    anna.edit({ deleted: true }, { seen: { deleted: seen } });
    expect(listConflicts(anna.state!)).toMatchObject([
      { kind: 'editedWhileDeleted', edits: [{ field: 'district', head: { author: 'chen' } }] },
    ]);
  });
});
