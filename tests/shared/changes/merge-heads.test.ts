import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/changes/change';
import { listConflicts } from '../../../shared/changes/list-conflicts';
import { shownText } from '../../../shared/changes/shown-text';
import { Device, mergeAll, stateText } from './devices';

/** Two laptops with the same note, each alone with it. */
function pair(text = '三层临边没有防护，配电箱未上锁。') {
  const [anna, bao] = [new Device('anna', 1), new Device('bao', 2)];
  bao.take([anna.edit({ tour: 't1', text })]);
  return { anna, bao };
}

describe('a text on which two people worked apart', () => {
  it('is shown with the work of both, and asks nobody where they do not meet', () => {
    const { anna, bao } = pair();
    anna.edit({ text: '三层东侧临边没有防护，配电箱未上锁。' });
    anna.edit({ text: '三层东侧临边没有防护，配电箱未上锁。' });
    bao.edit({ text: '三层临边没有防护，配电箱未上锁。已拍' });
    bao.edit({ text: '三层临边没有防护，配电箱未上锁。已拍照。' });
    const both = mergeAll([...anna.made, ...bao.made]);
    expect(shownText(both, 'text')).toBe('三层东侧临边没有防护，配电箱未上锁。已拍照。');
    expect(listConflicts(both)).toEqual([]);
  });

  it('asks where they meet, with the values of both and the text that has all of it', () => {
    const { anna, bao } = pair('三日内完成');
    anna.edit({ text: '五日内完成' });
    bao.edit({ text: '七日内完成' });
    const both = mergeAll([...bao.made, ...anna.made]);
    expect(listConflicts(both)).toMatchObject([{ kind: 'text', field: 'text' }]);
    expect(shownText(both, 'text')).toMatch(/^(?:五七|七五)日内完成$/);
    expect(
      both.fields['text']?.heads.map(({ author, value }) => `${author} ${JSON.stringify(value)}`).sort(),
    ).toEqual(['anna "五日内完成"', 'bao "七日内完成"']);
  });

  it('goes on from what both are shown: the next edit ends it', () => {
    const { anna, bao } = pair();
    anna.edit({ text: '三层东侧临边没有防护，配电箱未上锁。' });
    bao.edit({ text: '三层临边没有防护，配电箱未上锁。已拍照。' });
    anna.take(bao.made);
    anna.edit({ text: '三层东侧临边没有防护，配电箱未上锁。已拍照两张。' });
    bao.take(anna.made);
    expect(bao.state?.fields['text']?.heads).toHaveLength(1);
    expect(shownText(mergeAll(bao.known), 'text')).toBe('三层东侧临边没有防护，配电箱未上锁。已拍照两张。');
  });

  it('goes back to what both surely had, when one of them went on from a later text of a third', () => {
    const [anna, bao, chen] = [new Device('anna', 1), new Device('bao', 2), new Device('chen', 3)];
    const first = anna.edit({ tour: 't1', text: '一号塔吊。' });
    chen.take([first]);
    const second = anna.edit({ text: '一号塔吊。二号塔吊。' });
    bao.take([first, second]);
    bao.edit({ text: '一号塔吊。二号塔吊。三号塔吊。' });
    chen.edit({ text: '现场：一号塔吊。' });
    const all = mergeAll([...anna.made, ...bao.made, ...chen.made]);
    expect(shownText(all, 'text')).toBe('现场：一号塔吊。二号塔吊。三号塔吊。');
    expect(listConflicts(all)).toEqual([]);
  });

  it('is united and asked about where an earlier version did not say what it was made from', () => {
    const { anna, bao } = pair('甲乙');
    anna.edit({ text: '甲乙丙丁戊' });
    const old = bao.edit({ text: '甲乙己庚' });
    const edit = old.fields['text'];
    const bare: Change = { ...old, fields: { text: { value: '甲乙己庚', replaces: edit?.replaces ?? [] } } };
    const all = mergeAll([...anna.made, bare]);
    expect(listConflicts(all)).toMatchObject([{ kind: 'text' }]);
    expect(Array.from(shownText(all, 'text')).sort()).toEqual(Array.from('甲乙丙丁戊己庚').sort());
  });
});

describe('text that came while somebody typed', () => {
  const shown = '三层临边没有防护，配电箱未上锁。';

  it('is brought together with what was typed, of which the author had not seen it', () => {
    const { anna, bao } = pair(shown);
    anna.take([bao.edit({ text: `现场：${shown}` })]);
    anna.edit({ text: `${shown}已拍照。` }, { from: { text: shown } });
    expect(shownText(mergeAll(anna.known), 'text')).toBe(`现场：${shown}已拍照。`);
    anna.edit({ text: `${shown}已拍照两张。` }, { from: { text: `${shown}已拍照。` } });
    expect(shownText(mergeAll(anna.known), 'text')).toBe(`现场：${shown}已拍照两张。`);
  });

  it('stays beside it where the two meet', () => {
    const { anna, bao } = pair(shown);
    anna.take([bao.edit({ text: `${shown}已整改。` })]);
    anna.edit({ text: `${shown}未整改。` }, { from: { text: shown } });
    expect(listConflicts(mergeAll(anna.known))).toMatchObject([{ kind: 'text', heads: [{}, {}] }]);
  });

  it('does not take away what only the field has, where the store holds an older text of the same laptop', () => {
    const { anna } = pair('甲');
    anna.edit({ text: '甲' });
    // A full disk made the database again from an earlier state: the field was told that 甲乙 is there.
    anna.edit({ text: '甲乙丙' }, { from: { text: '甲乙' } });
    expect(shownText(mergeAll(anna.known), 'text')).toBe('甲乙丙');
  });

  it('would be gone if the edit counted as made from what is stored', () => {
    const { anna, bao } = pair(shown);
    anna.take([bao.edit({ text: `现场：${shown}` })]);
    anna.edit({ text: `${shown}已拍照。` });
    expect(shownText(mergeAll(anna.known), 'text')).not.toContain('现场');
  });
});

interface Session {
  readonly changes: readonly Change[];
  /** Each letter is typed once in a session, so that it can be told who typed it. */
  readonly typed: ReadonlySet<string>;
  readonly takenAway: ReadonlySet<string>;
}

/** Laptops type, take letters away, delete the note or bring it back, and now and then get what others made. */
const sessions: fc.Arbitrary<Session> = fc
  .array(
    fc.record({
      device: fc.nat(4),
      act: fc.constantFrom('type', 'type', 'type', 'cut', 'delete', 'restore'),
      place: fc.nat(1000),
      length: fc.integer({ min: 1, max: 4 }),
      sees: fc.constantFrom('nothing', 'nothing', 'one', 'all'),
    }),
    { minLength: 2, maxLength: 24 },
  )
  .map((steps) => {
    const devices = [0, 1, 2, 3, 4].map((n) => new Device(`d${n}`, n + 1));
    const [typed, takenAway] = [new Set<string>(), new Set<string>()];
    for (const step of steps) {
      const by = devices[step.device] as Device;
      const others = devices.filter((device) => device !== by);
      const seen =
        step.sees === 'all' ? others : step.sees === 'one' ? [others[step.place % 4] as Device] : [];
      // What one has got from a third goes along, as by any road.
      by.take(seen.flatMap((device) => device.known));
      const points = Array.from(by.state ? shownText(by.state, 'text') : '');
      const place = step.place % (points.length + 1);
      if (step.act === 'delete' || step.act === 'restore') by.edit({ deleted: step.act === 'delete' });
      else if (step.act === 'cut') {
        for (const gone of points.splice(place, step.length)) takenAway.add(gone);
        by.edit({ text: points.join('') });
      } else {
        const added = Array.from({ length: step.length }, (_, n) =>
          String.fromCodePoint(0x4e00 + typed.size + n),
        );
        for (const letter of added) typed.add(letter);
        points.splice(place, 0, ...added);
        by.edit({ text: points.join('') });
      }
    }
    return { changes: devices.flatMap((device) => device.made), typed, takenAway };
  });

describe('whatever three to five laptops do apart', () => {
  it('comes to one state, in any order, any number of times and in any grouping', () => {
    fc.assert(
      fc.property(
        sessions.chain((session) =>
          fc.tuple(
            fc.constant(session.changes),
            fc.shuffledSubarray([...session.changes, ...session.changes], { minLength: 0 }),
          ),
        ),
        ([changes, shuffled]) => {
          const here = mergeAll(changes);
          const there = mergeAll([...shuffled, ...changes.toReversed()]);
          expect(stateText(there)).toBe(stateText(here));
          expect(shownText(there, 'text')).toBe(shownText(here, 'text'));
          expect(listConflicts(there)).toEqual(listConflicts(here));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keeps every letter that was typed and that nobody took away who saw it', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        expect(lostLetters(session, shownOf)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('would lose letters if one value stood for all', () => {
    const first = (changes: readonly Change[]) =>
      JSON.stringify(mergeAll(changes).fields['text']?.heads[0]?.value ?? '');
    expect(
      fc.check(fc.property(sessions, (session) => lostLetters(session, first).length === 0)).failed,
    ).toBe(true);
  });

  it('would lose letters if every base counted as known to all', () => {
    const blind = (changes: readonly Change[]) =>
      shownOf(
        changes.map((change) => {
          const { text, ...rest } = change.fields;
          return text?.base
            ? { ...change, fields: { ...rest, text: { ...text, base: { ...text.base, seen: {} } } } }
            : change;
        }),
      );
    const property = fc.property(sessions, (session) => lostLetters(session, blind).length === 0);
    expect(fc.check(property, { seed: 5, numRuns: 2000 }).failed).toBe(true);
  });
});

const shownOf = (changes: readonly Change[]) => shownText(mergeAll(changes), 'text');

function lostLetters(
  { changes, typed, takenAway }: Session,
  show: (changes: readonly Change[]) => string,
): readonly string[] {
  const shown = show(changes);
  return [...typed].filter((letter) => !takenAway.has(letter) && !shown.includes(letter));
}
