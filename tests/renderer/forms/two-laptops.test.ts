import { expect, it } from 'vitest';
import type { Form } from '../../../renderer/forms/form';
import { loadForm } from '../../../renderer/forms/load-form';
import { type SheetKeeper, createSheetKeeper } from '../../../renderer/forms/sheet-keeper';
import type { Change } from '../../../shared/changes/change';
import { changeSchema } from '../../../shared/changes/change';
import { checkChange } from '../../../shared/changes/check-change';
import { listConflicts } from '../../../shared/changes/list-conflicts';
import { makeChange } from '../../../shared/changes/make-change';
import { merge } from '../../../shared/changes/merge';
import { project } from '../../../shared/changes/project';
import type { RecordState } from '../../../shared/changes/record-state';
import type { AnswerSheet } from '../../../shared/records/answer-sheet';
import { formXml } from './form-xml';
import { answer, question, repeatAt, testId, valueOf } from './walk-form';

const xml = formXml({
  instance: '<seen/><count/><hazards jr:template=""><what/><kind/><why/></hazards>',
  binds: `<bind nodeset="/data/seen" type="string"/><bind nodeset="/data/count" type="int"/><bind nodeset="/data/hazards/what" type="string"/>
    <bind nodeset="/data/hazards/kind" type="string"/>
    <bind nodeset="/data/hazards/why" type="string" relevant="../kind = 'other'"/>`,
  body: `<input ref="/data/seen"><label>s</label></input><input ref="/data/count"><label>c</label></input>
    <group ref="/data/hazards"><label>h</label><repeat nodeset="/data/hazards">
    <input ref="/data/hazards/what"><label>w</label></input><input ref="/data/hazards/kind"><label>k</label></input>
    <input ref="/data/hazards/why"><label>y</label></input></repeat></group>`,
});

/** A laptop with the sheet open: what it saves are real changes, what arrives is merged and shown. */
class Laptop {
  readonly made: Change[] = [];
  state: RecordState | undefined;
  form!: Form;
  keeper!: SheetKeeper;

  constructor(
    readonly name: string,
    readonly seed: number,
  ) {}

  async open(): Promise<this> {
    const sheet = this.sheet();
    const stored = { answers: sheet?.answers ?? {}, calculated: {}, hidden: sheet?.hidden ?? {} };
    const settings = { language: 'zh', deviceID: this.name, username: this.name, newId: testId };
    const loaded = await loadForm(xml, sheet ? stored.answers : null, settings);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
    this.form = loaded.value;
    const author = {
      name: this.name,
      device: this.name,
      clock: () => Date.UTC(2026, 10, 22) + this.made.length,
      random: (length: number) => new Uint8Array(length).fill(this.seed),
    };
    this.keeper = createSheetKeeper(
      this.form,
      stored,
      (values, context) => {
        const target = { kind: 'answerSheet', record: 'sheet-1', tour: 'tour-1' } as const;
        const all = this.state ? values : { tour: 'tour-1', ...values };
        const change = makeChange(author, target, this.state, all, context);
        if (!changeSchema.safeParse(change).success || checkChange(change).length > 0)
          throw new Error(`no laptop would take ${JSON.stringify(change)}`);
        this.made.push(change);
        this.take([change]);
        return Promise.resolve({ ok: true, value: null });
      },
      () => () => {},
    );
    return this;
  }

  sheet(): AnswerSheet | null {
    return this.state ? project({ ...this.state, kind: 'answerSheet' }) : null;
  }

  take(changes: readonly Change[]): void {
    for (const change of changes) this.state = merge(this.state, change);
    const { answers = {}, hidden = {} } = this.sheet() ?? {};
    this.keeper.incoming({ answers, calculated: {}, hidden });
  }

  /** As the history of a field restores a value, without the form. */
  restore(field: string, value: string): void {
    const target = { kind: 'answerSheet', record: 'sheet-1', tour: 'tour-1' } as const;
    const author = {
      name: this.name,
      device: this.name,
      clock: () => Date.UTC(2026, 10, 23),
      random: (length: number) => new Uint8Array(length).fill(this.seed + 90),
    };
    this.state = merge(this.state, makeChange(author, target, this.state, { [field]: value }));
  }

  async add(what: string, kind = ''): Promise<void> {
    this.form.addInstance(repeatAt(this.form, 'hazards').key);
    const place = repeatAt(this.form, 'hazards').instances.length;
    answer(this.form, `hazards[${place}]/what`, what);
    if (kind !== '') answer(this.form, `hazards[${place}]/kind`, kind);
    await this.keeper.flush();
  }

  async remove(place: number): Promise<void> {
    const repeat = repeatAt(this.form, 'hazards');
    const entry = repeat.instances[place - 1];
    this.form.removeInstance(repeat.key, place - 1);
    this.keeper.removed(entry?.path ?? '');
    await this.keeper.flush();
  }

  entries(): readonly (readonly (string | undefined)[])[] {
    return repeatAt(this.form, 'hazards').instances.map((_, index) =>
      ['what', 'kind'].map((name) => valueOf(this.form, `hazards[${index + 1}]/${name}`)),
    );
  }

  conflicts(): readonly string[] {
    return this.state ? listConflicts(this.state).map(({ field }) => field) : [];
  }
}

/** Two laptops that both have the sheet with the entries named, and both have it open. */
async function twoLaptops(...entries: readonly string[]) {
  const a = await new Laptop('laptop-a', 1).open();
  const b = new Laptop('laptop-b', 2);
  for (const what of entries) await a.add(what);
  b.state = a.state;
  await b.open();
  const met = a.made.length;
  const meet = () => {
    const [ofA, ofB] = [a.made.slice(met), [...b.made]];
    a.take(ofB);
    b.take(ofA);
  };
  return { a, b, meet };
}

it('entries that two laptops add to one sheet without seeing each other all stay, each with its own answers', async () => {
  const { a, b, meet } = await twoLaptops('甲');
  await a.add('乙');
  await b.add('丙', '高处');
  await a.add('丁', '用电');
  meet();
  expect(a.conflicts()).toEqual([]);
  expect(a.entries()).toEqual(b.entries());
  expect(a.entries()).toHaveLength(4);
  expect(a.entries()).toEqual(
    expect.arrayContaining([
      ['甲', ''],
      ['乙', ''],
      ['丙', '高处'],
      ['丁', '用电'],
    ]),
  );
  const again = new Laptop('laptop-c', 3);
  again.state = b.state;
  await again.open();
  expect(again.entries()).toEqual(a.entries());
});

it('an entry that one laptop removes takes no answer with it that another gives to its neighbours', async () => {
  const { a, b, meet } = await twoLaptops('甲', '乙', '丙');
  await a.remove(1);
  answer(b.form, 'hazards[2]/kind', '动火');
  await b.keeper.flush();
  await b.add('丁');
  meet();
  expect(a.conflicts()).toEqual([]);
  expect(a.entries()).toEqual([
    ['乙', '动火'],
    ['丙', ''],
    ['丁', ''],
  ]);
  expect(b.entries()).toEqual(a.entries());
});

it('an entry that one laptop removes while another answers in it is a conflict that both see', async () => {
  const { a, b, meet } = await twoLaptops('甲', '乙');
  const { path } = repeatAt(b.form, 'hazards').instances[1] ?? { path: '' };
  await a.remove(2);
  answer(b.form, 'hazards[2]/what', '乙，已整改');
  await b.keeper.flush();
  meet();
  expect(a.conflicts()).toEqual([`answers.${path}/what`]);
  expect(b.conflicts()).toEqual(a.conflicts());
  expect(b.entries()).toEqual(a.entries());
});

it('an answer in words that two laptops edit apart is brought together', async () => {
  const { a, b, meet } = await twoLaptops('三层临边');
  answer(a.form, 'hazards[1]/what', '三层东侧临边');
  await a.keeper.flush();
  answer(b.form, 'hazards[1]/what', '三层临边，已拍照');
  await b.keeper.flush();
  meet();
  expect(a.conflicts()).toEqual([]);
  expect(a.entries()).toEqual([['三层东侧临边，已拍照', '']]);
  expect(b.entries()).toEqual(a.entries());
});

it('words that arrive while somebody types an answer, and is not done, both stay', async () => {
  const { a, b } = await twoLaptops('三层临边');
  answer(b.form, 'hazards[1]/what', '三层临边，已拍照');
  await b.keeper.flush();
  answer(a.form, 'hazards[1]/what', '三层东侧临边');
  a.take(b.made);
  await a.keeper.flush();
  expect(a.entries()).toEqual([['三层东侧临边，已拍照', '']]);
  expect(a.conflicts()).toEqual([]);
});

it('a figure that arrives while somebody gives another, and is not done, stays beside it', async () => {
  const { a, b } = await twoLaptops('甲');
  answer(b.form, 'count', '3');
  await b.keeper.flush();
  answer(a.form, 'count', '2');
  a.take(b.made);
  await a.keeper.flush();
  answer(a.form, 'count', '4');
  await a.keeper.flush();
  expect(a.conflicts()).toEqual(['answers.count']);
  const values = a.state?.fields['answers.count']?.heads.map(({ value }) => value);
  expect(values?.toSorted()).toEqual(['3', '4']);
});

it('what is hidden in an entry goes with it, and stays with its own where another entry goes', async () => {
  const { a, b, meet } = await twoLaptops('甲', '乙', '丙');
  for (const [place, why] of [
    [1, '甲的原因'],
    [2, '乙的原因'],
  ] as const) {
    answer(a.form, `hazards[${place}]/kind`, 'other');
    answer(a.form, `hazards[${place}]/why`, why);
    await a.keeper.flush();
    answer(a.form, `hazards[${place}]/kind`, '用电');
    await a.keeper.flush();
  }
  await a.keeper.flush();
  meet();
  await a.remove(1);
  b.take(a.made);
  expect(b.entries()).toEqual([
    ['乙', '用电'],
    ['丙', ''],
  ]);
  const answers = Object.values(a.sheet()?.answers ?? {}).filter((value) => value !== null);
  expect(answers).not.toContain('甲的原因');
  const again = new Laptop('laptop-c', 3);
  again.state = a.state;
  await again.open();
  answer(again.form, 'hazards[1]/kind', 'other');
  expect(question(again.form, 'hazards[1]/why')?.value).toBe('乙的原因');
});

it('an entry that goes elsewhere goes here too, unless somebody is answering in it', async () => {
  const { a, b } = await twoLaptops('甲', '乙', '丙');
  answer(b.form, 'hazards[3]/kind', '未存');
  await a.remove(2);
  await a.remove(2);
  b.take(a.made);
  expect(b.entries()).toEqual([
    ['甲', ''],
    ['丙', '未存'],
  ]);
  await b.keeper.flush();
  a.take(b.made);
  expect(a.entries()).toEqual(b.entries());
});

it('an answer that another one hides is kept and marked, for whoever reads it without the form, until it is asked again', async () => {
  const a = await new Laptop('laptop-a', 1).open();
  await a.add('乙', 'other');
  answer(a.form, 'hazards[1]/why', '线路老化');
  await a.keeper.flush();
  const key = Object.keys(a.sheet()?.answers ?? {}).find((one) => one.endsWith('/why')) ?? '';
  expect(a.sheet()?.hidden).toEqual({});
  answer(a.form, 'hazards[1]/kind', 'none');
  await a.keeper.flush();
  expect(a.sheet()?.answers[key]).toBe('线路老化');
  expect(a.sheet()?.hidden).toEqual({ [key]: 'yes' });
  answer(a.form, 'hazards[1]/kind', 'other');
  await a.keeper.flush();
  expect(a.sheet()?.hidden[key] ?? null).toBeNull();
});

it('an answer that was changed elsewhere than in the form hides others all the same, once the form is opened', async () => {
  const a = await new Laptop('laptop-a', 1).open();
  await a.add('乙', 'other');
  answer(a.form, 'hazards[1]/why', '线路老化');
  await a.keeper.flush();
  const keys = Object.keys(a.sheet()?.answers ?? {});
  const [kind = '', why = ''] = ['/kind', '/why'].map((end) => keys.find((one) => one.endsWith(end)) ?? '');
  const b = new Laptop('laptop-b', 2);
  b.state = a.state;
  b.restore(`answers.${kind}`, 'none');
  await b.open();
  await expect.poll(() => b.sheet()?.hidden).toEqual({ [why]: 'yes' });
});
