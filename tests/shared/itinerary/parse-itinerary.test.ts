import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../shared/tables/workbook';
import { tourFileSchema } from '../../../shared/tour-file/tour-file';
import {
  faultsOf,
  parse,
  peopleGrid,
  stopHeader,
  stopLike,
  stopRow,
  tourOf,
  workbook,
} from './small-itinerary';

describe('an itinerary as offices write it', () => {
  it('becomes a tour file with teams, stops, sites, people and units', () => {
    const tour = tourOf(
      workbook([
        stopHeader,
        stopRow,
        stopLike({ 序号: 2, 区县: '望湖区', 企业名称: '望湖食品厂', 项目名称: '' }),
      ]),
    );
    expect(tourFileSchema.parse(tour)).toEqual(tour);
    expect(tour.tour.title).toBe('文件名');
    const [team] = tour.teams;
    const [leader, member] = tour.people;
    expect(team).toMatchObject({ name: '第一组', order: 1, districts: ['临江区', '望湖区'] });
    expect(team?.leader).toBe(leader?.id);
    expect(team?.members).toEqual([member?.id]);
    expect(leader).toMatchObject({ name: '甲明', posts: ['市委副书记', '市长'], rank: 1 });
    expect(tour.units.map((unit) => unit.name)).toEqual(['市政府', '市发改委']);
    expect(tour.tour.participants.map(({ name, role }) => `${name} ${role}`)).toEqual([
      '甲明 带队领导',
      '乙亮 成员',
    ]);
    expect(tour.sites.map(({ kind, name, district }) => [kind, name, district])).toEqual([
      ['project', '临江华晟新材料有限公司年产5万吨铜箔项目', '临江区'],
      ['enterprise', '望湖食品厂', '望湖区'],
    ]);
    expect(tour.stops.map(({ order, stage, plannedAt }) => [order, stage, plannedAt])).toEqual([
      [1, '在建', '08:30'],
      [2, '在建', '08:30'],
    ]);
  });

  it('may have its columns in any order, a title above them, columns of its own and other names', () => {
    const header = [
      '区（县）',
      '项目',
      '序 号',
      '企业',
      '联系人',
      ' 组别 ',
      '领导',
      '时间（时:分）',
      '阶段*',
    ];
    const row = ['临江区', '铜箔项目', '１', '华晟', '某人', '第 一 组', '甲　明', '8：30', '在建'];
    const title = header.map(() => '观摩活动行程表');
    const tour = tourOf(workbook([title, [], header, row, header, header.map(() => '注：以现场为准')]));
    expect(tour.stops).toHaveLength(1);
    expect(tour.stops[0]).toMatchObject({ order: 1, plannedAt: '08:30', stage: '在建' });
    expect(tour.sites[0]).toMatchObject({ district: '临江区', enterprise: '华晟', project: '铜箔项目' });
    expect(tour.teams[0]).toMatchObject({ name: '第 一 组', leader: tour.people[0]?.id });
  });

  it('gives one site two stops where the same project is visited twice, each with its own spot', () => {
    const tour = tourOf(workbook([stopHeader, stopRow, stopLike({ 序号: 2, 地址: '滨江路1号 东门' })]));
    expect(tour.sites).toHaveLength(1);
    expect(tour.stops.map((stop) => stop.site)).toEqual([tour.sites[0]?.id, tour.sites[0]?.id]);
    expect(tour.stops.map((stop) => stop.spot)).toEqual(['', '滨江路1号 东门']);
  });

  it('takes the leader from the role of a person where the stops name none', () => {
    const tour = tourOf(workbook([stopHeader, stopLike({ 带队领导: null })]));
    expect(tour.teams[0]?.leader).toBe(tour.people[0]?.id);
  });

  it('keeps a team without stops and asks about it', () => {
    const people = [...peopleGrid, ['丙', '市府办', '科员', '综合组', '', 3, null]];
    const tour = tourOf(workbook([stopHeader, stopRow], people));
    expect(tour.teams.map((team) => team.name)).toEqual(['第一组', '综合组']);
    expect(tour.tour.toVerify).toEqual([
      '综合组没有写明带队领导。',
      '人员表中的“综合组”在点位表中没有点位。',
    ]);
  });

  it('orders people by rank, and by their place in the list where no rank is written', () => {
    const people = [
      ['姓名', '排序'],
      ['丁', null],
      ['甲明', 1],
      ['戊', null],
      ['丙', 9],
    ];
    expect(
      tourOf(workbook([stopHeader, stopRow], people)).people.map(({ name, rank }) => `${name}${rank}`),
    ).toEqual(['丁1', '甲明1', '戊2', '丙9']);
  });

  it('reads what 活动 says of the tour, and asks where its total is not that of the list', () => {
    const { tour } = tourOf(
      workbook([stopHeader, stopRow], peopleGrid, [
        ['项目', '内容'],
        ['活动名称', '活动名称', '秋季观摩'],
        ['形式', '观摩、督导'],
        ['届次：', '2026年第二次'],
        ['日期', '11月20日'],
        ['点位总数', '58个'],
        ['食宿', '自理'],
      ]),
    );
    expect(tour).toMatchObject({
      title: '秋季观摩',
      forms: ['观摩', '督导'],
      series: '2026年第二次',
      date: { asWritten: '11月20日', from: null, to: null },
      statedTotal: 58,
    });
    expect(tour.toVerify).toEqual([
      '活动日期写作“11月20日”，不能确定是哪一年哪一天。',
      '活动表写明点位总数为 58 个，点位表中有 1 个。',
    ]);
  });
});

describe('a faulty itinerary', () => {
  it('has every bad cell named, and nothing is read', () => {
    const faults = faultsOf(
      workbook(
        [
          stopHeader,
          stopLike({ 组别: null, 计划时间: '25:70' }),
          stopLike({ 序号: 1.5, 阶段: '封顶' }),
          stopLike({ 序号: 3, 带队领导: '无名' }),
          stopLike({ 序号: 3, 企业名称: ' ' }),
          stopLike({ 序号: null, 项目名称: '#REF!' }),
        ],
        [
          ['姓名', '单位', '排序'],
          ['甲明', '市政府', '一'],
          [null, '市政府', 2],
          ['甲　明', '市政府', 3],
        ],
        [
          ['日期', '2026-02-30'],
          ['点位总数', '很多'],
        ],
      ),
    );
    expect(faults.map(([sheet, row, column]) => `${sheet} ${column}${row}`)).toEqual([
      '点位 A2',
      '点位 H2',
      '点位 C3',
      '点位 G3',
      '点位 B4',
      '点位 C5',
      '点位 E5',
      '点位 C6',
      '点位 F6',
      '人员 C2',
      '人员 A3',
      '人员 A4',
      '活动 B1',
      '活动 B2',
    ]);
    const sentence = (at: string) => faults.find(([, row, column]) => `${column}${row}` === at)?.[3];
    expect(sentence('H2')).toBe('计划时间“25:70”不是时间，应如 08:30 或 下午2:30，或留空。');
    expect(sentence('C5')).toBe('第一组的序号 3 与第 4 行重复，同一组内序号不能重复。');
    expect(sentence('B4')).toBe('带队领导“无名”不在“人员”表中，请核对姓名，或在“人员”表中补上。');
  });

  it('may use an order in two teams, but a team has one leader', () => {
    const people = [...peopleGrid, ['丙', '市府办', '', '第二组', '', 3, null]];
    const rows = [stopHeader, stopRow, stopLike({ 组别: '第二组', 带队领导: '丙' })];
    expect(faultsOf(workbook(rows, people))).toEqual([]);
    expect(faultsOf(workbook([...rows, stopLike({ 序号: 2, 带队领导: '丙' })], people))).toEqual([
      ['点位', 4, 'B', '带队领导“丙”与第一组前面写的“甲明”不一致，一个组只有一位带队领导。'],
    ]);
  });

  it('has namesakes told apart by their team, or named', () => {
    const namesake = (team: string): Cell[] => ['甲明', '市司法局', '局长', team, '', 9, null];
    expect(
      tourOf(workbook([stopHeader, stopRow], [...peopleGrid, namesake('第二组')])).teams[0]?.leader,
    ).toBeTruthy();
    const others = peopleGrid.map((row) =>
      row.map((cell, at) => (at === 3 && cell !== '组别' ? null : cell)),
    );
    expect(faultsOf(workbook([stopHeader, stopRow], [...others, namesake('')]))).toEqual([
      ['点位', 2, 'B', '“人员”表中有 2 位“甲明”，请在“人员”表中写明哪一位属于第一组。'],
    ]);
  });

  it('is told apart from a workbook that is no itinerary', () => {
    expect(faultsOf({ sheets: [] })).toEqual([['点位', 0, '', '缺少工作表“点位”。']]);
    expect(faultsOf(workbook([['随便', '写写']], null))).toEqual([
      ['点位', 0, '', '工作表“点位”前 20 行没有找到表头，表头至少应有：组别、序号、企业名称。'],
    ]);
    expect(faultsOf(workbook([stopHeader], null)).map((fault) => fault[3])).toEqual([
      '工作表“点位”只有表头，没有一个点位。',
      '缺少工作表“人员”。',
    ]);
    expect(
      faultsOf(
        workbook([
          [...stopHeader, '企业'],
          [...stopRow, '另一家'],
        ]),
      ),
    ).toEqual([['点位', 1, 'K', '“企业名称”一列出现了两次（E 列已经是它），只能保留一列。']]);
  });
});

describe('whatever the cells hold', () => {
  const junk = fc.oneof(
    fc.constantFrom<Cell>(
      ...stopHeader,
      ...stopRow,
      '姓名',
      '排序',
      '活动名称',
      '日期',
      '11月',
      '__proto__',
      '#REF!',
    ),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
  const grid = fc.array(fc.array(junk, { maxLength: 12 }), { maxLength: 12 });

  it('is read or refused and never throws, and what is read is a valid tour file', () => {
    let read = 0;
    fc.assert(
      fc.property(grid, grid, grid, fc.boolean(), (stops, people, activity, headed) => {
        const result = parse(
          headed
            ? workbook(
                [stopHeader, stopRow, ...stops.slice(0, 1)],
                [...peopleGrid, ...people.slice(0, 1)],
                activity,
              )
            : workbook(stops, people, activity),
        );
        if (result.kind === 'faulty') return result.faults.length > 0;
        read += 1;
        return tourFileSchema.safeParse(result.tour).success;
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(10);
  });

  it('takes time in proportion to the rows: ten times as many stops, teams and leaders, about ten times as long', () => {
    const millisFor = (count: number) => {
      const numbers = Array.from({ length: count }, (_, index) => index);
      const stops = numbers.map((n) =>
        stopLike({ 组别: `第${n}组`, 带队领导: `甲${n}`, 企业名称: `厂${n}` }),
      );
      const people = numbers.map((n) => [`甲${n}`, `单位${n}`, '局长', `第${n}组`, '带队领导', n, null]);
      const start = performance.now();
      const tour = tourOf(workbook([stopHeader, ...stops], [peopleGrid[0] ?? [], ...people]));
      expect(tour.stops).toHaveLength(count);
      return performance.now() - start;
    };
    millisFor(200);
    // Work that grows with the square would take a hundred times as long.
    expect(millisFor(20_000) / millisFor(2000)).toBeLessThan(40);
  });
});
