import { createHash } from 'node:crypto';
import { anyTourFileSchema } from '../../../shared/tour-file/any-tour-file';
import type { TourFile } from '../../../shared/tour-file/tour-file';

/** A stand-in for a JPEG: a start of frame of 1600 × 1200 and nothing to see. `seed` makes its bytes its own. */
export function pictureBytes(seed: number): Uint8Array {
  const head = [0xff, 0xd8, 0xff, 0xc0, 0x00, 0x11, 0x08, 0x04, 0xb0, 0x06, 0x40, 0x03];
  return Uint8Array.from([
    ...head,
    ...Array.from({ length: 20 }, () => 0),
    seed & 255,
    seed >> 8,
    0xff,
    0xd9,
  ]);
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const tour = 'tour-1';
const districts = ['望湖区', '东岭区', '南屏县', '北川区', '云溪县', '石门区', '清河县', '临港新区'];
const stages = ['签约', '开工', '在建', '扩建', '竣工', '投产'];
const severities = ['minor', 'major', 'critical'] as const;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

const isStatement = (remark: number) => remark >= 100 && remark < 104;

/** 3 teams, 8 districts, 58 stops, 120 remarks, 200 issues, 90 notes, 12 indicators, 58 answer sheets, 20 photos; all invented. */
export function generatedTour(): TourFile {
  const teamOf = (stop: number) => `team-${stop % 3}`;
  return anyTourFileSchema.parse({
    format: 'xunji-tour',
    version: 1,
    tour: {
      id: tour,
      title: '云澜市2026年第四季度重点项目督导',
      forms: ['督导', '观摩'],
      series: '2026年第四次',
      date: { asWritten: '2026-11-18', from: '2026-11-18' },
      place: '云澜市',
      organiser: '云澜市人民政府办公室',
      statedTotal: 58,
      participants: [
        { person: 'person-2', name: '周见山', posts: ['副市长'], role: '参加' },
        { person: 'person-1', name: '林望川', posts: ['市委常委', '常务副市长'], role: '带队' },
        { name: '市直有关单位负责人', role: '参加' },
      ],
    },
    people: numbers(9).map((index) => ({
      id: `person-${index + 1}`,
      name: ['林望川', '周见山', '何砚秋', '苏临风', '陶远舟', '叶知白', '顾平野', '秦问渠', '方听雨'][index],
      posts: index < 3 ? ['市领导', '督导组长'] : ['督导组成员'],
      rank: index + 1,
    })),
    sites: numbers(58).map((index) => ({
      id: `site-${index}`,
      kind: 'project',
      name: `云澜${index}号新材料项目`,
      district: districts[index % 8],
      address: `创业路${index + 1}号`,
      facts: index % 5 === 0 ? [`列入市级重点项目第${index}项`] : [],
      ledger: index % 4 === 0 ? [{ name: '总投资', value: `${index}.50亿元` }] : [],
    })),
    checklists: [
      {
        id: 'checklist-1',
        title: '重点项目现场检查表',
        items: [
          {
            name: 'permit',
            type: 'select_one',
            label: { zh: '施工许可证是否办理？' },
            choices: [
              { name: 'yes', label: { zh: '已办理' } },
              { name: 'no', label: { zh: '未办理' } },
            ],
          },
          { name: 'workers', type: 'integer', label: { zh: '现场人数' } },
        ],
      },
    ],
    teams: numbers(3).map((index) => ({
      id: `team-${index}`,
      tour,
      order: index + 1,
      name: `第${'一二三'[index]}组`,
      leader: `person-${index + 1}`,
      members: [`person-${index + 7}`, `person-${index + 4}`],
      certain: index !== 2,
    })),
    groups: [
      {
        id: 'group-1',
        tour,
        team: 'team-1',
        order: 2,
        label: '在建项目',
        stage: '在建',
        complete: false,
        tail: '等项目',
        observed: '察看项目建设进度',
      },
    ],
    stops: numbers(58).map((index) => ({
      id: `stop-${index}`,
      tour,
      team: teamOf(index),
      group: index === 1 || index === 4 ? 'group-1' : '',
      order: Math.floor(index / 3) + 1,
      site: `site-${index}`,
      stage: stages[index % 6],
      plannedAt: '09:30',
      visitedAt: index % 7 === 6 ? '' : '09:42',
      status: index === 13 ? 'skipped' : index % 7 === 6 ? 'planned' : 'visited',
      reason: index === 13 ? '道路封闭' : '',
    })),
    meetings: [
      {
        id: 'meeting-1',
        tour,
        name: '工作调度会',
        when: '11月18日下午',
        place: '市政务中心',
        chair: '林望川',
        reports: ['第一组工作汇报', '第二组工作汇报'],
        outcome: '对下一步工作作出安排',
        attendance: [
          { name: '周见山', unit: '市政府', status: 'present' },
          { name: '何砚秋', unit: '市发展改革委', status: 'leave' },
          { name: '方听雨', unit: '市工业和信息化局', status: 'observer' },
        ],
      },
    ],
    answerSheets: numbers(58)
      .filter((index) => index % 7 !== 6)
      .map((index) => ({
        id: `sheet-${index}`,
        tour,
        stop: `stop-${index}`,
        checklist: 'checklist-1',
        version: '1',
        answers: { permit: index % 2 === 0 ? 'yes' : 'no', workers: 40 + index },
      })),
    notes: numbers(90).map((index) => ({
      id: `note-${index}`,
      tour,
      stop: `stop-${index % 29}`,
      text: `第${index}号记录：主体结构已封顶`,
    })),
    remarks: numbers(120).map((index) => ({
      id: `remark-${index}`,
      tour,
      occasion: index < 100 ? 'stop' : index < 110 ? 'meeting' : 'tour',
      stop: index < 100 ? `stop-${index % 58}` : '',
      meeting: index >= 100 && index < 110 ? 'meeting-1' : '',
      speaker: isStatement(index) ? 'person-2' : `person-${(index % 3) + 1}`,
      verb: isStatement(index) ? '强调' : ['强调', '指出', '要求', '鼓励'][index % 4],
      addressee: index % 5 === 0 ? '属地街道' : '',
      text: `第${index}号讲话要点要抓紧落实`,
      verbatim: index % 2 === 0 && !isStatement(index),
      statement: isStatement(index) ? 'statement-1' : '',
      number: isStatement(index) ? index - 99 : null,
      heading: isStatement(index) ? `要点标题${index}` : '',
      order: index,
    })),
    issues: numbers(200).map((index) => ({
      id: `issue-${index}`,
      tour,
      stop: `stop-${index % 50}`,
      text: `第${index}号问题临边防护缺失`,
      category: '安全生产',
      severity: severities[index % 3],
      responsible: `云澜第${index % 9}建设公司`,
      measure: '补齐防护',
      solvedOnSite: index % 10 === 0,
      solvedHow: index % 10 === 0 ? '当场补齐' : '',
    })),
    indicators: numbers(12).map((index) => ({
      id: `indicator-${index}`,
      tour,
      stop: index < 6 ? `stop-${index}` : '',
      order: index,
      subject: '云澜市',
      name: `第${index}项投资`,
      value: index === 0 ? '272.80' : `${index}.10`,
      unit: '亿元',
      period: '2025年',
      yearOnYear: index % 2 === 0 ? '17.23%' : '-3.1%',
    })),
    attachments: numbers(20).map((index) => ({
      id: `attachment-${index}`,
      tour,
      stop: `stop-${index}`,
      about: index < 10 ? `issue-${index}` : `stop-${index}`,
      sha256: hashOf(pictureBytes(index)),
      size: pictureBytes(index).length,
      mime: 'image/jpeg',
      name: `IMG_${1000 + index}.jpg`,
      caption: `第${index}张现场照片`,
    })),
  });
}

/** The photos of the generated tour by hash. */
export function generatedPhotos(): ReadonlyMap<string, Uint8Array> {
  return new Map(numbers(20).map((index) => [hashOf(pictureBytes(index)), pictureBytes(index)]));
}
