import { describe, expect, it } from 'vitest';
import type { Form, FormNode } from '../../../renderer/forms/form';
import { loadForm } from '../../../renderer/forms/load-form';
import { formXml, select } from './form-xml';
import { openForm } from './open-form';
import { answer, question, valueOf, testId } from './walk-form';

const works = formXml({
  instance: '<state/><count/><why/><both/><done/>',
  binds: `<bind nodeset="/data/state" type="string" required="true()"/>
    <bind nodeset="/data/count" type="int" constraint=". &lt;= 5" jr:constraintMsg="jr:itext('tooMany')"/>
    <bind nodeset="/data/why" type="string" relevant="/data/state = 'idle'"/>
    <bind nodeset="/data/both" type="string"/>
    <bind nodeset="/data/done" type="string" calculate="jr:choice-name(/data/state, '/data/state')"/>`,
  body: `${select('state')}<input ref="/data/count"><label>n</label></input>
    <input ref="/data/why"><label>why</label></input>${select('both', 'select')}`,
});

describe('a form', () => {
  it('speaks the language of the window, also after the language changed', async () => {
    const form = await openForm(works);
    expect(question(form, 'state')).toMatchObject({ type: 'one', label: '工程状态', required: true });
    expect(question(form, 'state')?.choices).toEqual([
      { value: 'work', label: '在建' },
      { value: 'idle', label: '停工' },
    ]);
    answer(form, 'count', '6');
    expect(question(form, 'count')?.violation).toEqual({ kind: 'constraint', message: '不能超过 5 处' });
    form.setLanguage('en');
    expect(question(form, 'state')).toMatchObject({ label: 'State of works' });
    expect(question(form, 'count')?.violation?.message).toBe('No more than 5');
    answer(form, 'count', '5');
    expect(question(form, 'count')?.violation).toBeNull();
  });

  it('hides what is not relevant, keeps its answer, and brings it back', async () => {
    const form = await openForm(works);
    expect(question(form, 'why')).toBeUndefined();
    answer(form, 'state', 'idle');
    answer(form, 'why', '资金未到位');
    answer(form, 'state', 'work');
    expect(question(form, 'why')).toBeUndefined();
    expect(valueOf(form, 'why')).toBe('');
    answer(form, 'state', 'idle');
    expect(question(form, 'why')?.value).toBe('资金未到位');
  });

  it('restores what a sheet holds, in the shapes that older sheets have, and hidden answers with it', async () => {
    const form = await openForm(works, { state: 'work', count: 4, why: '曾停工', both: ['work', 'idle'] });
    expect(question(form, 'count')?.value).toBe('4');
    expect(question(form, 'both')).toMatchObject({ type: 'many', value: 'work idle' });
    expect(valueOf(form, 'done')).toBe('在建');
    answer(form, 'state', 'idle');
    expect(question(form, 'why')?.value).toBe('曾停工');
  });

  it('keeps a decimal as it was written', async () => {
    const xml = formXml({
      instance: '<rate/>',
      binds: '<bind nodeset="/data/rate" type="decimal"/>',
      body: '<input ref="/data/rate"><label>r</label></input>',
    });
    const form = await openForm(xml, { rate: '272.80' });
    expect(valueOf(form, 'rate')).toBe('272.80');
    answer(form, 'rate', '12.50');
    expect([valueOf(form, 'rate'), question(form, 'rate')?.value]).toEqual(['12.50', '12.50']);
    form.apply({ rate: '13' });
    expect(valueOf(form, 'rate')).toBe('13');
  });

  it('takes over what another laptop answered', async () => {
    const form = await openForm(works, { state: 'work' });
    let told = 0;
    form.subscribe(() => (told += 1));
    form.apply({ state: 'idle', count: '2' });
    expect(question(form, 'state')?.value).toBe('idle');
    expect(question(form, 'count')?.value).toBe('2');
    await Promise.resolve();
    expect(told).toBe(1);
  });

  it('marks what it made itself', async () => {
    const form = await openForm(works);
    expect(form.leaves().find((leaf) => leaf.path === 'done')?.calculated).toBe(true);
    expect(form.leaves().find((leaf) => leaf.path === 'state')?.calculated).toBe(false);
    expect(form.leaves().some((leaf) => leaf.path.startsWith('meta'))).toBe(false);
  });

  it('that is broken is refused in words', async () => {
    const xml = works.replace('. &lt;= 5', '. &lt;=');
    const outcome = await loadForm(xml, null, {
      language: 'zh',
      deviceID: 'd',
      username: 'u',
      newId: testId,
    });
    const nonsense = await loadForm('<no', null, {
      language: 'zh',
      deviceID: 'd',
      username: 'u',
      newId: testId,
    });
    expect(outcome.ok && outcome.value.tree().length).toBeFalsy();
    expect(nonsense.ok).toBe(false);
  });
});

describe('repeats', () => {
  const hazards = formXml({
    instance: '<hazards jr:template=""><what/><points/><at/></hazards><total/><second/><n/>',
    binds: `<bind nodeset="/data/hazards/what" type="string"/><bind nodeset="/data/hazards/points" type="int"/>
      <bind nodeset="/data/hazards/at" type="string" calculate="position(..)"/>
      <bind nodeset="/data/total" type="int" calculate="sum(/data/hazards/points)"/>
      <bind nodeset="/data/n" type="int" calculate="count(/data/hazards)"/>
      <bind nodeset="/data/second" type="string" calculate="indexed-repeat(/data/hazards/what, /data/hazards, 2)"/>`,
    body: `<group ref="/data/hazards"><label>隐患</label><repeat nodeset="/data/hazards">
      <input ref="/data/hazards/what"><label>what</label></input>
      <input ref="/data/hazards/points"><label>points</label></input></repeat></group>`,
  });
  const repeatOf = (form: Form) => {
    const find = (nodes: readonly FormNode[]): FormNode | undefined =>
      nodes
        .map((node) => (node.kind === 'group' ? find(node.children) : node))
        .find((node) => node?.kind === 'repeat');
    const found = find(form.tree());
    if (found?.kind !== 'repeat') throw new Error('no repeat');
    return found;
  };

  it('are added and removed, and what counts over them follows', async () => {
    const form = await openForm(hazards);
    while (repeatOf(form).instances.length < 3) form.addInstance(repeatOf(form).key);
    for (const [index, points] of ['3', '4', '5'].entries()) {
      answer(form, `hazards[${index + 1}]/what`, `第${index + 1}处`);
      answer(form, `hazards[${index + 1}]/points`, points);
    }
    expect([valueOf(form, 'total'), valueOf(form, 'n'), valueOf(form, 'second')]).toEqual([
      '12',
      '3',
      '第2处',
    ]);
    const third = question(form, 'hazards[3]/what');
    form.removeInstance(repeatOf(form).key, 0);
    expect([valueOf(form, 'total'), valueOf(form, 'n'), valueOf(form, 'second')]).toEqual([
      '9',
      '2',
      '第3处',
    ]);
    expect(valueOf(form, 'hazards[2]/at')).toBe('2');
    expect(question(form, 'hazards[2]/what')?.key).toBe(third?.key);
  });

  it('come back with their answers, an empty one in the middle too, and one more from elsewhere is added', async () => {
    const form = await openForm(hazards, {
      'hazards[1]/what': '甲',
      'hazards[3]/what': '丙',
      'hazards[3]/points': '7',
      'hazards[4]/what': null,
      'hazards[1]/points': '1',
      'hazards[2]/points': '0',
    });
    expect(repeatOf(form).instances.map((one) => one.path)).toContain('hazards[3]');
    expect(valueOf(form, 'hazards[3]/what')).toBe('丙');
    expect(valueOf(form, 'total')).toBe('8');
    form.apply({ 'hazards[12]/what': '乙' });
    expect(form.leaves().find((leaf) => leaf.path === 'hazards[12]/what')?.value).toBe('乙');
    form.apply({ 'hazards[2]': null, 'hazards[2]/points': null });
    expect(repeatOf(form).instances.map((one) => one.path)).toEqual([
      'hazards[1]',
      'hazards[3]',
      'hazards[12]',
    ]);
  });

  it('of a count follow it', async () => {
    const form = await openForm(
      formXml({
        instance: '<n/><team jr:template=""><who/></team>',
        binds: '<bind nodeset="/data/n" type="int"/><bind nodeset="/data/team/who" type="string"/>',
        body: `<input ref="/data/n"><label>n</label></input><group ref="/data/team"><label>t</label>
          <repeat nodeset="/data/team" jr:count="/data/n"><input ref="/data/team/who"><label>w</label></input></repeat></group>`,
      }),
      { n: 2, 'team[2]/who': '李' },
    );
    expect(repeatOf(form)).toMatchObject({ free: false });
    expect(valueOf(form, 'team[2]/who')).toBe('李');
    answer(form, 'n', '3');
    expect(repeatOf(form).instances).toHaveLength(3);
  });
});
