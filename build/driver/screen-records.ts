import type { Page } from '@playwright/test';
import { type NewRecord, addRecords } from './add-records';
import { addConflicts } from './add-conflicts';
import { hazardChecklist } from './hazard-checklist';

/** What the screens show besides the itinerary: ids that the walk needs again. */
export interface ScreenPlaces {
  readonly tour: string;
  readonly stop: string;
  readonly bareTour: string;
}

const at = '2026-11-20T09:40:00+08:00';
const author = '周敏';

/** Fills the tour and the stop that stand open with one of everything, and beside them a tour in which there is nothing yet. */
export async function addScreenRecords(page: Page): Promise<ScreenPlaces> {
  const links = page.locator('a[href*="/stops/"]');
  const stops = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const hash = await page.evaluate(() => location.hash);
  const [, tour = '', stop = ''] = /#\/tours\/([^/]+)\/stops\/([^/?]+)/.exec(hash) ?? [];
  await addRecords(page, [
    ...sheetRecords(),
    ...stopRecords(tour, stop),
    ...meetingRecords(tour),
    ...scoreRecords(
      tour,
      stops.map((link) => link.split('/').at(-1) ?? ''),
    ),
  ]);
  await addConflicts(page, tour, stop);
  return { tour, stop, bareTour: 'bare-tour' };
}

function sheetRecords(): readonly NewRecord[] {
  return [
    hazardChecklist('hazards-1'),
    draftOf(hazardChecklist('hazards-draft'), '特种设备与有限空间作业专项排查表'),
    record('tour', 'bare-tour', 'bare-tour', {
      title: '云澜市产业链重点项目建设暨优化营商环境专项督导调研活动（县区交叉互查）第三阶段',
      forms: ['督导', '回头看'],
    }),
  ];
}

function stopRecords(tour: string, stop: string): readonly NewRecord[] {
  const here = { tour, stop, author, at };
  return [
    record('note', 'screen-note', tour, {
      ...here,
      text: '主厂房为三层钢结构，钢柱、钢梁吊装完成约八成，二层楼承板正在铺设。',
    }),
    record('note', 'screen-gone', tour, { ...here, text: '记错点位的一条', deleted: true }),
    record('request', 'screen-request', tour, {
      ...here,
      text: '希望协调解决二期用电扩容，由现有8000千伏安增至16000千伏安。',
      category: '要素保障',
      raisedBy: '陆行远',
      responsible: '临江区发展和改革局',
    }),
    record('handover', 'screen-handover', tour, {
      ...here,
      policy: '稳岗返还',
      receiver: '陆行远',
      questions: '今年新招的人员能否一并计入？',
    }),
    record('indicator', 'screen-indicator', tour, {
      ...here,
      text: '年产值 272.80 亿元 同比 17.23%',
      name: '年产值',
      value: '272.80',
      unit: '亿元',
      yearOnYear: '17.23%',
    }),
    record('task', 'screen-task', tour, {
      ...here,
      basis: 'screen-request',
      text: '会同供电公司提出用电扩容方案',
      lead: '临江区发展和改革局',
      due: '2026-11-27',
      origins: { text: 'said', lead: 'added' },
    }),
    record('signature', 'screen-signature', tour, {
      ...here,
      signer: '陆行远',
      unit: '云澜望湖算力有限公司',
      statement: '以上问题属实。',
      way: 'typed',
    }),
  ];
}

function meetingRecords(tour: string): readonly NewRecord[] {
  return [
    record('meeting', 'screen-meeting', tour, {
      tour,
      name: '重点产业项目建设调度会',
      when: '11月20日下午',
      place: '临江区会展中心三楼第二会议室',
      chair: '沈砚舟',
      agenda: ['听取各组情况汇报', '研究用地、用电保障', '部署下一步工作'],
      reports: ['临江区：32个项目开工31个，剩余1个正在办理施工许可'],
      attendance: [
        { name: '沈砚舟', unit: '云澜市发展和改革委员会', status: 'present' },
        { name: '陆行远', unit: '云澜望湖算力有限公司', status: 'leave' },
      ],
    }),
    record('remark', 'screen-overall', tour, {
      tour,
      occasion: 'tour',
      speakerName: '沈砚舟',
      text: '各级各部门要盯紧年度目标，大抓项目、抓大项目，推动更多项目早开工、早投产、早达效。',
    }),
    record('indicator', 'screen-overall-figure', tour, {
      tour,
      text: '前三季度固定资产投资 1272.80 亿元 同比 17.23%',
      period: '前三季度',
      name: '固定资产投资',
      value: '1272.80',
      unit: '亿元',
      yearOnYear: '17.23%',
    }),
  ];
}

function scoreRecords(tour: string, stops: readonly string[]): readonly NewRecord[] {
  const judges = ['沈砚舟', '左思淼', '司马晴川'];
  return [
    record('scoreSheet', 'screen-scores', tour, {
      tour,
      title: '项目观摩评分表',
      criteria: [
        { name: 'c1', label: '项目进度', max: 10, weight: 3 },
        { name: 'c2', label: '现场安全管理与文明施工情况', max: 10, weight: 1 },
      ],
      judges,
      dropHighest: 1,
    }),
    ...stops.slice(0, 8).flatMap((stop, row) =>
      judges.slice(0, row === 5 ? 2 : 3).map((judge, column) =>
        record('score', `screen-score-${row}-${column}`, tour, {
          tour,
          stop,
          sheet: 'screen-scores',
          judge,
          points: { c1: 9 - (row % 4) * 0.5, c2: 8 + ((row + column) % 3) * 0.5 },
        }),
      ),
    ),
  ];
}

function draftOf(checklist: NewRecord, title: string): NewRecord {
  return { ...checklist, values: { ...checklist.values, title, draft: true } };
}

function record(kind: NewRecord['kind'], id: string, tour: string, values: NewRecord['values']): NewRecord {
  return { kind, id, tour, values };
}
