import { describe, expect, it } from 'vitest';
import { listUncovered } from '../../../shared/documents/coverage';
import { listSentences } from '../../../shared/documents/list-sentences';
import { tourFileLists, type TourFileList } from '../../../shared/tour-file/tour-file-lists';
import { generatedTour } from './generated-tour';
import { compose, remark, small, stop, textOf } from './small-tour';

describe('minutes of a day with 3 teams and 58 stops', () => {
  const file = generatedTour();
  const document = compose(file);
  const text = textOf(document);

  it('mention every stop, note, remark, issue, indicator and photo', () => {
    expect(listUncovered(file, document)).toEqual([]);
    for (const { name } of file.sites) expect(text).toContain(name);
    for (const record of [...file.notes, ...file.remarks, ...file.issues])
      expect(text).toContain(record.text);
  });

  it('print every remark and issue once', () => {
    for (const record of [...file.remarks, ...file.issues]) expect(text.split(record.text)).toHaveLength(2);
  });

  it('rest every sentence on records that exist', () => {
    const lists = Object.keys(tourFileLists) as TourFileList[];
    const known = new Set(['tour tour-1']);
    for (const list of lists) for (const { id } of file[list]) known.add(`${tourFileLists[list]} ${id}`);
    for (const sentence of listSentences(document)) {
      expect(sentence.evidence).not.toEqual([]);
      for (const { kind, id } of sentence.evidence) expect(known).toContain(`${kind} ${id}`);
    }
  });

  it('keep values as they were written', () => {
    expect(text).toContain('2025年，云澜市第0项投资272.80亿元，同比增长17.23%');
    expect(text).toContain('同比下降3.1%');
  });

  it('tell people in the order of precedence, with all their posts', () => {
    const [list] = document.attendance;
    expect(list?.entries.map((entry) => entry.text)).toEqual([
      '市委常委、常务副市长林望川',
      '副市长周见山',
      '市直有关单位负责人',
      // Whom only the teams name took part as well.
      '市领导、督导组长何砚秋',
      '督导组成员苏临风、陶远舟、叶知白、顾平野、秦问渠、方听雨',
    ]);
  });

  it('list those present, on leave and observing after the body', () => {
    expect(document.attendance.map(({ label }) => label)).toEqual(['参加', '出席', '请假', '列席']);
  });

  it('number headings by level, each level anew below its parent', () => {
    const numbers = document.blocks.flatMap((block) =>
      block.kind === 'heading' ? [`${block.level}${block.number}`] : [],
    );
    expect(numbers.filter((number) => number.startsWith('1'))).toEqual([
      '1一、',
      '1二、',
      '1三、',
      '1四、',
      '1五、',
    ]);
    expect(numbers.filter((number) => number.startsWith('2')).slice(0, 3)).toEqual([
      '2（一）',
      '2（二）',
      '2（三）',
    ]);
    expect(numbers.filter((number) => number === '31.')).toHaveLength(3);
  });

  it('mark a team that is not certain and a list that ends in 等', () => {
    expect(text).toContain('第三组〔分组待核实〕');
    expect(text).toContain('等项目〔点位未列全〕');
  });

  it('say of a skipped stop that it was skipped, and why', () => {
    expect(text).toContain('该点位未到访，原因：道路封闭');
  });

  it('keep the segments of a statement together, numbered, with their headings', () => {
    const said = [0, 1, 2, 3].map(
      (index) => `${'一二三四'[index]}是要点标题10${index}。第10${index}号讲话要点要抓紧落实。`,
    );
    expect(text).toContain(`会上，周见山对属地街道强调，${said.join('\n')}`);
  });

  it('change the state label with any record, and not with the order of records', () => {
    const edited = {
      ...file,
      notes: file.notes.map((note, index) => (index === 5 ? { ...note, text: '改' } : note)),
    };
    expect(compose(edited).madeFrom.state).not.toBe(document.madeFrom.state);
    expect(compose({ ...file, notes: file.notes.toReversed() }).madeFrom.state).toBe(document.madeFrom.state);
  });

  it('are found incomplete when the composer drops a stop (the test of this test)', () => {
    const dropped = { ...file, stops: file.stops.filter(({ id }) => id !== 'stop-57') };
    expect(listUncovered(file, compose(dropped))).toContainEqual({ kind: 'stop', id: 'stop-57' });
  });

  it('are found incomplete when a remark is only counted', () => {
    const dropped = { ...file, remarks: file.remarks.filter(({ id }) => id !== 'remark-3') };
    expect(listUncovered(file, compose(dropped))).toEqual([{ kind: 'remark', id: 'remark-3' }]);
  });
});

describe('what is not known', () => {
  it('a year is marked, never filled in', () => {
    const document = compose(small({ tour: { date: { asWritten: '10月8日', basis: '文中未写年份' } } }));
    expect(textOf(document)).toContain('10月8日〔年份待核实：文中未写年份〕');
    expect(textOf(document)).not.toMatch(/20\d\d年10月8日/);
  });

  it('a year that is known stands before the date as it was written', () => {
    const document = compose(
      small({ tour: { date: { asWritten: '7月18日上午', from: '2022-07-18', basis: '发布时间' } } }),
    );
    expect(textOf(document)).toContain('2022年7月18日上午');
    expect(textOf(document)).toContain('年份依据为：发布时间');
  });

  it('an occasion is marked and not called a meeting', () => {
    const document = compose(
      small({
        meetings: [{ id: 'meeting-1', tour: 'tour-1', name: '座谈会' }],
        remarks: [
          remark('remark-1', {
            occasion: 'meeting',
            meeting: 'meeting-1',
            occasionCertain: false,
            text: '要抓紧。',
          }),
        ],
      }),
    );
    expect(textOf(document)).toContain('何砚秋强调〔讲话场合待核实〕，要抓紧。');
    expect(textOf(document)).not.toContain('会上，何砚秋');
  });

  it('an addressee, a deadline, a responsible unit are left out', () => {
    const document = compose(
      small({
        stops: [stop('stop-1')],
        remarks: [remark('remark-1', { stop: 'stop-1', text: '要抓紧。' })],
        issues: [{ id: 'issue-1', tour: 'tour-1', stop: 'stop-1', text: '通道堵塞' }],
      }),
    );
    expect(textOf(document)).toContain('何砚秋强调，要抓紧。');
    expect(textOf(document)).not.toMatch(/时限|责任单位|对.*强调/);
  });

  it('a total that differs from the list is shown beside it', () => {
    const document = compose(small({ tour: { statedTotal: 58 }, stops: [stop('stop-1')] }));
    expect(textOf(document)).toContain('点位总数为58个，与所列点位数1个不一致〔待核实〕');
  });

  it('a stop without any record says so', () => {
    expect(textOf(compose(small({ stops: [stop('stop-1')] })))).toContain('现场记录暂缺');
    expect(textOf(compose(small({ stops: [stop('stop-1', { status: 'planned' })] })))).toContain(
      '尚无到访和现场记录',
    );
  });

  it('what the secretary has to ask about goes into the annex', () => {
    const document = compose(small({ tour: { toVerify: ['站点未列全。'] } }));
    expect(document.annexes.map(({ title }) => title)).toEqual(['待核实事项']);
    expect(textOf(document)).toContain('1.站点未列全。');
  });

  it('a team or a place of a stop that is not certain goes into the annex, by stop', () => {
    const sites = [{ id: 'site-1', name: '望湖新材料', district: '云山区' }];
    const teams = [{ id: 'team-1', tour: 'tour-1', name: '第一组' }];
    const said = (more: object) =>
      textOf(
        compose(
          small({ sites, teams, stops: [stop('a', { site: 'site-1', team: 'team-1', spot: '', ...more })] }),
        ),
      );
    expect(said({ teamCertain: false })).toContain('1.点位“望湖新材料”的组别（现列第一组）在来源中不确定');
    expect(said({ districtCertain: false })).toContain(
      '1.点位“望湖新材料”的所在地（现列云山区）在来源中不确定',
    );
    expect(said({ teamCertain: false, districtCertain: false, team: '' })).toContain(
      '1.点位“望湖新材料”的组别、所在地（现列云山区）在来源中不确定',
    );
    expect(said({})).not.toContain('在来源中不确定');
  });

  it('a stop that was added or swapped in is not taken for visited before anybody was there', () => {
    for (const status of ['added', 'swapped']) {
      const said = (more: object) => textOf(compose(small({ stops: [stop('a', { status, ...more })] })));
      expect(said({})).toContain('共列点位1个，尚无到访记录');
      expect(said({})).toContain('尚无到访和现场记录的点位');
      expect(said({ visitedAt: '10:20' })).toContain('共列点位1个，均有到访记录');
      expect(said({ visitedAt: '10:20' })).not.toContain('尚无到访');
    }
  });
});

describe('what was said', () => {
  const said = (more: object) =>
    textOf(
      compose(small({ stops: [stop('stop-1')], remarks: [remark('remark-1', { stop: 'stop-1', ...more })] })),
    );

  it('is quoted when it was written down word for word', () => {
    expect(said({ text: '要快', verbatim: true })).toContain('何砚秋强调：“要快”。');
  });

  it('is printed as edited where an edited text stands beside the raw one', () => {
    expect(said({ text: '赶快', edited: '要加快进度', verbatim: true })).toContain(
      '何砚秋强调，要加快进度。',
    );
  });

  it('goes without outer quotation marks where it has marks of its own', () => {
    expect(said({ text: '走“专精特新”道路', verbatim: true })).toContain('何砚秋强调：走“专精特新”道路。');
  });

  it('names the addressee only where the words do not', () => {
    expect(said({ text: '企业要快', addressee: '企业', verb: '鼓励' })).toContain('何砚秋鼓励企业要快。');
    expect(said({ text: '要快', addressee: '企业', verb: '要求' })).toContain('何砚秋要求企业，要快。');
    expect(said({ text: '要快', addressee: '企业', verb: '强调' })).toContain('何砚秋对企业强调，要快。');
  });
});

describe('people', () => {
  const people = [
    { id: 'person-1', name: '林望川', posts: ['市委常委', '副市长'], unit: 'unit-1', rank: 1 },
    { id: 'person-2', name: '何砚秋', posts: ['党组书记', '局长'], unit: 'unit-2', rank: 2 },
    { id: 'person-3', name: '苏临风', posts: ['市商务局副局长'], unit: 'unit-3', rank: 3 },
  ];
  const units = [
    { id: 'unit-1', name: '云澜市人民政府' },
    { id: 'unit-2', name: '云澜市应急管理局' },
    { id: 'unit-3', name: '云澜市商务局', short: '市商务局' },
  ];
  const roles = ['带队领导', '成员', '联络员'];
  const participants = people.map(({ id, name, posts }, index) => ({
    person: id,
    name,
    posts,
    role: roles[index],
  }));

  it('have their unit before a post that does not say of what', () => {
    const text = textOf(compose(small({ tour: { participants, forms: ['督导'] }, people, units })));
    expect(text).toContain('市委常委、副市长林望川带队开展督导。');
    expect(text).toContain('成员有云澜市应急管理局党组书记、局长何砚秋。');
    expect(text).toContain('联络员有市商务局副局长苏临风。');
  });

  it('are listed by role at the end where they are too many for the opening', () => {
    const crowd = Array.from({ length: 11 }, (_, index) => ({ name: `同志${index}`, role: '成员' }));
    const document = compose(
      small({ tour: { participants: [...participants, ...crowd], forms: ['督导'] }, people, units }),
    );
    expect(textOf(document)).toContain('参加人员名单附后。');
    expect(document.attendance.map(({ label }) => label)).toEqual(['带队领导', '成员', '联络员']);
    expect(document.attendance[1]?.entries).toHaveLength(12);
  });
});

it('records that point nowhere are printed all the same', () => {
  const file = small({
    remarks: [remark('remark-1', { stop: 'stop-9', text: '要快。' })],
    notes: [{ id: 'note-1', tour: 'tour-1', stop: 'stop-9', text: '无主记录' }],
    issues: [{ id: 'issue-1', tour: 'tour-1', stop: 'stop-9', text: '无主问题' }],
  });
  expect(listUncovered(file, compose(file))).toEqual([]);
});

it('deleted records are not printed', () => {
  const file = small({
    stops: [stop('stop-1', { deleted: true })],
    notes: [{ id: 'note-1', tour: 'tour-1', text: '已删', deleted: true }],
  });
  expect(textOf(compose(file))).not.toMatch(/stop-1|已删/);
});
