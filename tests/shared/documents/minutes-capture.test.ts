import { describe, expect, it } from 'vitest';
import { composeMinutes } from '../../../shared/documents/compose-minutes';
import { listUncovered } from '../../../shared/documents/coverage';
import { listSentences } from '../../../shared/documents/list-sentences';
import { composeStatement } from '../../../shared/signatures/signed-words';
import { issueSchema } from '../../../shared/records/issue';
import { tourFileSchema } from '../../../shared/tour-file/tour-file';

const tour = 'tour-1';
const issue = issueSchema.parse({ id: 'issue-1', tour, stop: 'stop-1', text: '临边无护栏' });
const file = tourFileSchema.parse({
  format: 'xunji-tour',
  version: 1,
  tour: { id: tour, title: '重点项目督导' },
  sites: [{ id: 'site-1', name: '望湖新材料' }],
  stops: [{ id: 'stop-1', tour, site: 'site-1', order: 1 }],
  meetings: [{ id: 'meeting-1', tour, name: '调度会', reports: ['区住建局：防护已补齐', '区供电公司'] }],
  remarks: [
    {
      id: 'remark-1',
      tour,
      meeting: 'meeting-1',
      occasion: 'meeting',
      speakerName: '顾承昇',
      text: '年底前投产。',
    },
  ],
  issues: [issue],
  requests: [
    {
      id: 'request-1',
      tour,
      stop: 'stop-1',
      text: '用电扩容',
      raisedBy: '陆行远',
      answer: '一周内勘察',
      settled: true,
    },
    { id: 'request-2', tour, meeting: 'meeting-1', text: '', raisedBy: '陆行远' },
  ],
  handovers: [{ id: 'handover-1', tour, stop: 'stop-1', policy: '稳岗返还', questions: '何时到账' }],
  tasks: [
    {
      id: 'task-1',
      tour,
      basis: 'remark-1',
      text: '年底前投产。',
      lead: '区发改局',
      due: '年底前',
      origins: { text: 'said', due: 'said' },
    },
  ],
  signatures: [
    {
      id: 'signature-1',
      tour,
      stop: 'stop-1',
      signer: '陆行远',
      post: '厂长',
      unit: '望湖公司',
      way: 'typed',
      statement: composeStatement('望湖新材料', { issues: [issue], remarks: [] }),
      findings: ['issue-1'],
      objection: '东侧已在整改',
    },
    {
      id: 'signature-2',
      tour,
      stop: 'stop-1',
      signer: '易知予',
      strokes: [[100, 100, 300, 200]],
      statement: '已看过。',
      digest: '0123456789abcdef0000',
    },
    {
      id: 'signature-3',
      tour,
      stop: 'stop-1',
      unit: '望湖公司',
      way: 'refused',
      refusal: '称需请示总部',
      witness: '周敏',
      statement: '已看过。',
    },
  ],
  indicators: [
    {
      id: 'figure-1',
      tour,
      stop: 'stop-1',
      text: '产值 3.0 亿元，较好',
      name: '产值',
      value: '3.0',
      unit: '亿元',
    },
    { id: 'figure-2', tour, stop: 'stop-1', text: '企业未说明产值' },
  ],
});
const minutes = composeMinutes(file, { at: '2026年11月20日' });
const texts = listSentences(minutes).map(({ text }) => text);

describe('composeMinutes with what is taken down on site', () => {
  it('tells requests with their answers, and policies with their questions', () => {
    expect(texts).toContain('陆行远提出诉求：用电扩容；现场答复：一周内勘察；已现场解决。');
    expect(texts).toContain('现场送政策：稳岗返还；询问：何时到账。');
  });

  it('tells a task where its basis was said, and which of its fields the leader did not say', () => {
    const task = '任务：年底前投产；牵头单位：区发改局；完成时限：年底前（牵头单位由记录人补充）。';
    expect(texts.indexOf(task)).toBeGreaterThan(texts.findIndex((text) => text.includes('会议听取了')));
    expect(texts.filter((text) => text === task)).toHaveLength(1);
  });

  it('tells who reported at a meeting, and what where it was taken down', () => {
    expect(texts).toContain('会议听取了区住建局、区供电公司的汇报。');
    expect(texts).toContain('区住建局汇报：防护已补齐。');
  });

  it('keeps what was not understood of a figure', () => {
    expect(texts.some((text) => text.startsWith('产值3.0亿元，较好'))).toBe(true);
    expect(texts.some((text) => text.startsWith('企业未说明产值'))).toBe(true);
  });

  it('prints what was signed as it was signed, and says when a finding was changed since', () => {
    const annex = minutes.annexes.find(({ title }) => title === '望湖新材料现场确认单');
    expect(JSON.stringify(annex)).toContain('1.临边无护栏（一般）。');
    expect(texts).toContain('签名人：望湖公司厂长陆行远；由本人键入姓名确认。');
    expect(texts).toContain('不同意见：东侧已在整改。');
    expect(texts).toContain('望湖公司拒绝签名；原因：称需请示总部；见证人：周敏。');
    expect(texts).toContain('签名人：易知予；由本人手写签名确认；校验码：0123-4567-89ab-cdef。');
    expect(
      minutes.annexes.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'signature')),
    ).toEqual([expect.objectContaining({ strokes: [[100, 100, 300, 200]] })]);
    const changed = { ...file, issues: [{ ...issue, text: '临边防护不全' }] };
    const said = (some: typeof file) =>
      listSentences(composeMinutes(some, { at: '' })).some(({ text }) => text.startsWith('签名后'));
    expect([said(file), said(changed)]).toEqual([false, true]);
    const tampered = composeMinutes(file, { at: '', altered: ['signature-2'] });
    expect(
      tampered.annexes.filter((each) => JSON.stringify(each).includes('与签名时的校验码不符')).length,
    ).toBe(1);
  });

  it('leaves nothing out but what is empty', () => {
    expect(listUncovered(file, minutes)).toEqual([]);
    const bare = { ...minutes, blocks: [], annexes: [] };
    expect(listUncovered(file, bare).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['request-1', 'handover-1', 'task-1', 'signature-1']),
    );
  });
});
