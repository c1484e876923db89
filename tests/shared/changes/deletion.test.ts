import { describe, expect, it } from 'vitest';
import { listConflicts } from '../../../shared/changes/list-conflicts';
import { project } from '../../../shared/changes/project';
import type { RecordState } from '../../../shared/changes/record-state';
import { Device, mergeAll } from './devices';

const isDeleted = (state: RecordState) => project({ ...state, kind: 'issue' })?.deleted;

function pair() {
  const [anna, bao] = [new Device('anna', 1, 'issue'), new Device('bao', 2, 'issue')];
  bao.take([anna.edit({ tour: 't1', text: '临边无护栏', severity: 'major' })]);
  return { anna, bao, all: () => mergeAll([...bao.made, ...anna.made]) };
}

describe('an edit by somebody who did not know of a deletion', () => {
  it('is brought before people, and the record stays deleted meanwhile', () => {
    const { anna, bao, all } = pair();
    anna.edit({ deleted: true });
    const edit = bao.edit({ measure: '三日内加装' });
    expect(isDeleted(all())).toBe(true);
    expect(listConflicts(all())).toMatchObject([
      {
        kind: 'editedWhileDeleted',
        heads: [{ author: 'anna', value: true }],
        edits: [{ field: 'measure', head: { change: edit.id, author: 'bao', value: '三日内加装' } }],
      },
    ]);
  });

  it('is no matter any more once somebody who knows of both deletes it again, or brings it back', () => {
    for (const deleted of [true, false]) {
      const { anna, bao, all } = pair();
      anna.edit({ deleted: true });
      bao.edit({ measure: '三日内加装' });
      anna.take(bao.made);
      anna.edit({ deleted });
      expect(listConflicts(all())).toEqual([]);
      expect(isDeleted(all())).toBe(deleted);
      expect(project({ ...all(), kind: 'issue' })?.measure).toBe('三日内加装');
    }
  });

  it('would pass unnoticed if deletions did not say what they saw', () => {
    const { anna, bao } = pair();
    const { fields, ...deletion } = anna.edit({ deleted: true });
    bao.edit({ measure: '三日内加装' });
    const blind = {
      ...deletion,
      fields: { deleted: { value: true, replaces: fields['deleted']?.replaces ?? [] } },
    };
    expect(listConflicts(mergeAll([...bao.known, blind]))).toEqual([]);
  });
});

it('does not ask about what its author had seen, or did after it', () => {
  const { anna, bao, all } = pair();
  anna.take([bao.edit({ measure: '三日内加装' })]);
  anna.edit({ deleted: true });
  anna.edit({ text: '临边无护栏，已拍照' });
  expect(listConflicts(all())).toEqual([]);
});

it('does not ask where one of two who deleted it had seen the edit', () => {
  const { anna, bao, all } = pair();
  anna.edit({ deleted: true });
  bao.edit({ measure: '三日内加装' });
  bao.edit({ deleted: true });
  expect(listConflicts(all())).toEqual([]);
});

it('asks where one deletes what another brings back', () => {
  const { anna, bao, all } = pair();
  bao.take([anna.edit({ deleted: true })]);
  bao.edit({ deleted: false });
  anna.edit({ deleted: true });
  expect(listConflicts(all())).toMatchObject([{ kind: 'values', field: 'deleted', heads: [{}, {}] }]);
});

it('brings nothing back and loses nothing when a laptop returns after 400 days', () => {
  const { anna, bao } = pair();
  bao.edit({ text: '临边无护栏，东侧' });
  bao.edit({ due: '月底前' });
  anna.edit({ deleted: true });
  for (let day = 0; day < 400; day += 1) anna.edit({ category: `第${day}天` });
  for (const changes of [
    [...anna.made, ...bao.made],
    [...bao.made, ...anna.made],
  ]) {
    const state = mergeAll(changes);
    expect(isDeleted(state)).toBe(true);
    expect(project({ ...state, kind: 'issue' })).toMatchObject({
      text: '临边无护栏，东侧',
      due: '月底前',
      category: '第399天',
    });
    expect(listConflicts(state)).toMatchObject([
      { kind: 'editedWhileDeleted', edits: [{ field: 'text' }, { field: 'due' }] },
    ]);
  }
});

describe('ten thousand fields that two people set apart', () => {
  const records = Array.from({ length: 10_000 }, (_, n) => `i${n}`);
  const states = records.map((id, n) => {
    const [anna, bao] = [new Device('anna', n + 1, 'issue', id), new Device('bao', n + 50_001, 'issue', id)];
    bao.take([anna.edit({ tour: 't1', text: '塔吊', category: '安全' })]);
    anna.edit({ due: `第${n}天`, category: '安全生产' });
    bao.edit({ due: `第${n + 1}天`, responsible: '项目部' });
    return mergeAll(n % 2 === 0 ? [...anna.made, ...bao.made] : [...bao.made, ...anna.made]);
  });

  it('are ten thousand conflicts, each with both values, their authors and their times; a field that one of them left alone is none', () => {
    const conflicts = states.flatMap(listConflicts);
    expect(conflicts).toHaveLength(10_000);
    for (const [n, conflict] of conflicts.entries()) {
      expect(conflict).toMatchObject({ kind: 'values', field: 'due' });
      const values = conflict.heads.map(
        ({ author, value, at }) => `${author} ${JSON.stringify(value)} ${at.length}`,
      );
      expect(values.sort()).toEqual([`anna "第${n}天" 24`, `bao "第${n + 1}天" 24`]);
    }
  });

  it('would be none if the last to come won', () => {
    const lastWins = (state: RecordState): RecordState => ({
      ...state,
      fields: Object.fromEntries(
        Object.entries(state.fields).map(([name, field]) => [
          name,
          { ...field, heads: field.heads.slice(0, 1) },
        ]),
      ),
    });
    expect(states.map(lastWins).flatMap(listConflicts)).toEqual([]);
  });
});

it('keeps two thousand values of one field, and ends them by decisions', () => {
  const devices = Array.from({ length: 2000 }, (_, n) => new Device(`d${n}`, n + 1, 'issue'));
  for (const [n, device] of devices.entries()) device.edit({ due: `第${n}天` });
  const decider = new Device('chen', 90_001, 'issue');
  decider.take(devices.flatMap((device) => device.made));
  expect(listConflicts(decider.state as RecordState)[0]?.heads).toHaveLength(2000);
  for (let decision = 0; decision < 3; decision += 1) decider.edit({ due: '月底前' });
  expect(listConflicts(decider.state as RecordState)).toEqual([]);
});
