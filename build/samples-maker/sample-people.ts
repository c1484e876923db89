/** One row of the sheet 人员. `rank` is the order of precedence over all teams, from 1. */
export interface SamplePerson {
  readonly name: string;
  readonly unit: string;
  readonly posts: readonly string[];
  readonly team: string;
  readonly role: '带队领导' | '成员' | '文秘';
  readonly rank: number;
  readonly phone: string;
}

type Row = readonly [name: string, unit: string, posts: string, team: 1 | 2 | 3, phone?: true];

const leaders: readonly Row[] = [
  ['顾承昇', '云澜市人民政府', '市委副书记、市长', 1],
  ['骆怀堃', '云澜市人民政府', '市委常委、市政府常务副市长、党组副书记', 2],
  ['白砚秋', '云澜市人民政府', '市政府党组成员、副市长', 3],
];

const members: readonly Row[] = [
  ['沈砚舟', '云澜市发展和改革委员会', '党组书记、主任', 1],
  ['穆清徽', '云澜市工业和信息化局', '党组书记、局长', 2],
  ['邱映雪', '云澜市商务局', '党组书记、局长', 3],
  ['滕立澍', '云澜市应急管理局', '党委书记、局长', 1],
  ['阮伯庸', '云澜市自然资源和规划局', '党组书记、局长', 3],
  ['慕容景和', '云澜市生态环境局', '党组书记、局长', 2],
  ['翟稼轩', '云澜市住房和城乡建设局', '党组书记、局长', 1],
  ['虞晚舟', '云澜市行政审批服务局', '局长', 2],
  ['霍云骞', '云澜市统计局', '局长', 3],
  ['左思淼', '云澜市市场监督管理局', '党组成员、副局长、二级调研员', 1],
  ['蒙启纶', '云澜市应急管理局', '党委委员、副局长', 2],
  ['隋明岫', '云澜市应急管理局', '党委委员、总工程师', 3],
  ['逄家驹', '云澜市消防救援支队', '副支队长', 1],
  ['卓一鸣', '云澜市消防救援支队', '防火监督科科长', 2],
  ['晏知行', '云澜市消防救援支队', '高级工程师', 3],
  ['欧阳梓墨', '云澜市地方金融管理局', '副局长', 1],
  ['茅远志', '云澜市交通运输局', '党组成员、副局长', 2],
  ['楚南星', '云澜市农业农村局', '党组成员、副局长', 3],
  ['苗一苇', '云澜城区供电公司', '副总经理', 1],
  ['杭思齐', '云澜城区供电公司', '发展策划部主任', 2],
  ['柏舒窈', '云澜城区供电公司', '营销部主任', 3],
];

const secretaries: readonly Row[] = [
  ['简书宁', '云澜市人民政府办公室', '副主任', 1, true],
  ['栗小满', '云澜市人民政府办公室', '综合二科科长', 2, true],
  ['祁若川', '云澜市人民政府办公室', '综合三科科长', 3, true],
  ['冼㛃安', '云澜市重点项目服务中心', '一级主任科员', 1, true],
  ['于谨行', '云澜市重点项目服务中心', '四级主任科员', 2, true],
  ['丁禾', '云澜市重点项目服务中心', '科员', 3, true],
];

const teams = ['第一组', '第二组', '第三组'] as const;

/** 30 people in order of precedence; nobody of this name holds these posts, and no such city exists. */
export function samplePeople(): readonly SamplePerson[] {
  const rows = [
    ...leaders.map((row) => ({ row, role: '带队领导' as const })),
    ...members.map((row) => ({ row, role: '成员' as const })),
    ...secretaries.map((row) => ({ row, role: '文秘' as const })),
  ];
  return rows.map(({ row: [name, unit, posts, team, phone], role }, index) => ({
    name,
    unit,
    posts: posts.split('、'),
    team: teams[team - 1] ?? teams[0],
    role,
    rank: index + 1,
    phone: phone === true ? `000-0000-${String(index + 1).padStart(4, '0')}` : '',
  }));
}
