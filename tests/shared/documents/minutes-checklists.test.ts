import { expect, it } from 'vitest';
import { listUncovered } from '../../../shared/documents/coverage';
import { compose, small, stop, textOf } from './small-tour';

const base = { tour: 'tour-1', stop: 'stop-1' };
const checklist = {
  id: 'list-1',
  title: '隐患排查表',
  survey: [
    { type: 'select_one rating', name: 'exits', label: '消防通道是否畅通' },
    { type: 'rank risks', name: 'order', label: '风险由高到低' },
    { type: 'select_one_from_file streets.csv', name: 'street', label: '所在街道', parameters: 'value=code' },
    { type: 'time', name: 'clock', label: '复查时间' },
    { type: 'dateTime', name: 'moment', label: '发现时刻' },
    { type: 'image', name: 'photo', label: '现场照片' },
    { type: 'file', name: 'plan', label: '方案' },
    { type: 'acknowledge', name: 'told', label: '告知企业' },
  ],
  choices: [
    { list_name: 'rating', name: 'fail', label: '不合格' },
    { list_name: 'risks', name: 'fire', label: '动火' },
    { list_name: 'risks', name: 'height', label: '高处' },
  ],
  lists: { 'streets.csv': { columns: ['code', 'label'], rows: [['s1', '云岭街道']] } },
};
const sheet = {
  ...base,
  id: 'sheet-1',
  checklist: 'list-1',
  answers: {
    exits: 'fail',
    order: 'height fire',
    street: 's1',
    clock: '09:30:00.000',
    moment: '2026-11-22T08:15:00.000',
    photo: 'file-1',
    plan: 'file-2',
    told: 'OK',
  },
};
const file = (id: string, mime: string, name: string) => ({
  ...base,
  id,
  about: 'sheet-1',
  sha256: id.slice(-1).repeat(64),
  size: 1,
  mime,
  name,
});

it('the answers of a sheet are told in words, and an issue names the item that it was made of', () => {
  const tour = small({
    stops: [stop('stop-1')],
    checklists: [checklist],
    answerSheets: [sheet],
    attachments: [file('file-1', 'image/jpeg', 'a.jpg'), file('file-2', 'application/pdf', '方案.pdf')],
    issues: [{ ...base, id: 'issue-1', text: '通道堆放模板', category: '', sheet: 'sheet-1', item: 'exits' }],
  });
  const document = compose(tour);
  const text = textOf(document);
  expect(text).toContain(
    '对照《隐患排查表》现场检查：消防通道是否畅通：不合格；风险由高到低：高处、动火；所在街道：云岭街道；复查时间：09:30；' +
      '发现时刻：2026年11月22日08:15；现场照片：见照片；方案：见“方案.pdf”；告知企业：已确认。',
  );
  expect(text).toContain('依据：《隐患排查表》“消防通道是否畅通”：不合格。');
  expect(listUncovered(tour, document)).toEqual([]);
});

it('score sheets are an annex with ranks, ties, what was left out and who has still to judge', () => {
  const score = (id: string, at: string, judge: string, points: number) => ({
    id,
    tour: 'tour-1',
    stop: at,
    sheet: 'scores-1',
    judge,
    points: { c1: points },
  });
  const document = compose(
    small({
      stops: [stop('stop-1'), stop('stop-2'), stop('stop-3')],
      scoreSheets: [
        {
          id: 'scores-1',
          tour: 'tour-1',
          title: '项目观摩评分',
          criteria: [{ name: 'c1', label: '进度', max: 10, weight: 1 }],
          judges: ['沈砚舟', '左思淼'],
          dropHighest: 1,
        },
      ],
      scores: [
        score('a', 'stop-1', '沈砚舟', 9),
        score('b', 'stop-1', '左思淼', 8),
        score('c', 'stop-2', '沈砚舟', 8),
        score('d', 'stop-2', '左思淼', 10),
        score('e', 'stop-3', '左思淼', 7),
      ],
    }),
  );
  const annex = document.annexes.find(({ title }) => title === '项目观摩评分排名表');
  const table = annex?.blocks.find((block) => block.kind === 'table');
  expect(table?.kind === 'table' && table.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['1（并列）', '点位stop-1', '80.00', '沈砚舟90.00（去掉）、左思淼80.00', ''],
    ['1（并列）', '点位stop-2', '80.00', '沈砚舟80.00、左思淼100.00（去掉）', ''],
    ['—', '点位stop-3', '—', '左思淼70.00（去掉）', '沈砚舟'],
  ]);
  expect(textOf(document)).toContain('去掉1个最高分后取平均分；平均分相同的名次并列，其后的名次顺延。');
});
