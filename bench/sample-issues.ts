import { seededRandom } from '../build/samples-maker/seeded-random';
import type { Json } from '../shared/json';

/** An issue as its fields and as PouchDB's document: about 600 bytes of JSON, invented. */
export interface SampleIssue {
  readonly id: string;
  readonly tour: string;
  readonly values: Readonly<Record<string, Json>>;
}

const places = [
  '三号厂房东侧',
  '地下二层车库',
  '塔吊基础旁',
  '钢筋加工棚',
  '配电室门口',
  '屋面女儿墙',
  '南侧基坑边坡',
  '十二层电梯前室',
  '材料堆放区',
  '消防泵房',
  '外脚手架第六步',
  '污水处理间',
];
const objects = [
  '临边防护栏杆',
  '灭火器',
  '配电箱门',
  '脚手架连墙件',
  '安全网',
  '应急照明',
  '消火栓箱',
  '漏电保护器',
  '警示标识',
  '电缆线路',
  '疏散通道',
  '扬尘覆盖',
];
const faults = [
  '缺失约三米',
  '压力不足且过期',
  '未上锁、接线混乱',
  '间距超过规范要求',
  '破损严重未及时更换',
  '不能正常启动',
  '被材料遮挡无法使用',
  '未设置或已脱落',
  '拖地敷设浸水',
  '覆盖不到位',
];
const measures = [
  '立即停工整改并在两日内复查',
  '三日内恢复并上传整改照片',
  '由专业电工整改后报监理验收',
  '责任单位组织全面排查举一反三',
  '更换合格产品并建立台账',
  '清理通道并落实专人每日检查',
];
const people = ['陈思远', '周文博', '赵立新', '黄秀英', '孙丽华', '吴国栋'];

const firstDay = Date.UTC(2026, 2, 2);

/** `count` issues of a tour, the same for the same seed; ids ordered by time, as the app's own are. */
export function sampleIssues(count: number, tour: string, seed: number): readonly SampleIssue[] {
  const random = seededRandom(seed);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  const sight = () => pick(places) + pick(objects) + pick(faults);
  return Array.from({ length: count }, (_, index) => {
    const at = firstDay + index * 61_000;
    const day = (later: number) => new Date(at + later * 86_400_000).toISOString();
    const id = sampleId(at, random);
    return {
      id,
      tour,
      values: {
        tour,
        stop: `${tour}-stop-${index % 58}`,
        text: `${sight()}，${pick(objects)}${pick(faults)}；现场负责人${pick(people)}已确认，编号${index}。`,
        category: pick(objects),
        severity: random() < 0.8 ? 'minor' : 'major',
        responsible: `${pick(people)}（项目部）`,
        measure: `${pick(measures)}，${pick(measures)}`,
        due: day(3 + Math.floor(random() * 7)).slice(0, 10),
        author: pick(people),
        at: day(0),
      },
    };
  });
}

/** In the form of the app's ids (UUID of version 7), without its random source. */
export function sampleId(at: number, random: () => number): string {
  const hex = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`;
}
