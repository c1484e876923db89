/** A column of a table that offices exchange. `names` are Chinese, compared in half width and without blanks; the first is the one we write. */
export interface TableColumn {
  readonly field: string;
  readonly names: readonly [string, ...string[]];
  readonly english: readonly [string, ...string[]];
  readonly required?: true;
  /** What the sheet 填写说明 of the template says of it. */
  readonly explain: string;
  readonly example: string;
}

/** The tables of the register. */
export type RegisterTable = 'people' | 'units' | 'sites';

/** A column that the table keeps although we have no field of that name. */
export const ledgerField = 'ledger';

const id: TableColumn = {
  field: 'id',
  names: ['编号', '巡记编号'],
  english: ['ID', 'Xunji ID'],
  explain: '导出时自动写入，用来认出同一条；新增的行留空，不要改动。',
  example: '',
};

const people: readonly TableColumn[] = [
  {
    field: 'name',
    names: ['姓名', '名字', '人员', '人员姓名'],
    english: ['Name', 'Full name', 'Person'],
    required: true,
    explain: '必填。两位同名的人员要写明单位。',
    example: '白露',
  },
  {
    field: 'posts',
    names: ['职务', '职位', '职务职称', '职务职级', '现任职务'],
    english: ['Posts', 'Post', 'Title', 'Position'],
    explain: '可有多个，用顿号、逗号、分号或斜线隔开。',
    example: '党组书记、局长',
  },
  {
    field: 'unit',
    names: ['单位', '工作单位', '单位名称', '所在单位', '部门'],
    english: ['Unit', 'Organisation', 'Organization', 'Department'],
    explain: '写全称或简称；登记册中没有的单位会一并新增。',
    example: '云澜市示例局',
  },
  {
    field: 'rank',
    names: ['排序', '排名', '序号', '次序'],
    english: ['Rank', 'Order', 'No.', 'No'],
    explain: '整数，小的排在前面；留空时新增的人员排在最后。',
    example: '1',
  },
  {
    field: 'phone',
    names: ['电话', '联系电话', '手机', '手机号', '手机号码', '联系方式'],
    english: ['Phone', 'Mobile', 'Telephone'],
    explain: '手机或座机。',
    example: '0531-0000001',
  },
  id,
];

const units: readonly TableColumn[] = [
  {
    field: 'name',
    names: ['单位名称', '名称', '单位', '全称', '单位全称', '部门名称'],
    english: ['Name', 'Full name', 'Unit'],
    required: true,
    explain: '必填，写全称。两个同名的单位要写明上级单位。',
    example: '云澜市示例局',
  },
  {
    field: 'short',
    names: ['简称', '单位简称'],
    english: ['Short name', 'Short', 'Abbreviation'],
    explain: '文书和列表中使用的简称。',
    example: '市示例局',
  },
  {
    field: 'parent',
    names: ['上级单位', '上级', '隶属', '隶属单位', '主管单位', '上级部门'],
    english: ['Parent', 'Parent unit', 'Belongs to'],
    explain: '上级单位的全称或简称，须在本表或登记册中。',
    example: '云澜市人民政府',
  },
  {
    field: 'rank',
    names: ['排序', '排名', '序号', '次序'],
    english: ['Rank', 'Order', 'No.', 'No'],
    explain: '整数，小的排在前面；留空时新增的单位排在最后。',
    example: '1',
  },
  id,
];

const sites: readonly TableColumn[] = [
  {
    field: 'name',
    names: ['名称', '对象名称', '对象', '点位名称', '点位'],
    english: ['Name', 'Site'],
    explain: '企业、项目、地块、园区或场所的名称；留空时由企业和项目名称合成。',
    example: '云澜示例材料有限公司年产5万吨新材料项目',
  },
  {
    field: 'kind',
    names: ['类型', '类别', '对象类型'],
    english: ['Kind', 'Type'],
    explain: '企业、项目、地块、园区、场所之一；留空时有项目名称的为项目，否则为企业。',
    example: '项目',
  },
  {
    field: 'enterprise',
    names: ['企业名称', '企业', '建设单位', '项目单位', '企业(单位)名称'],
    english: ['Enterprise', 'Company', 'Owner'],
    explain: '企业或建设单位的全称。',
    example: '云澜示例材料有限公司',
  },
  {
    field: 'project',
    names: ['项目名称', '项目'],
    english: ['Project', 'Project name'],
    explain: '项目的名称；没有项目时留空。',
    example: '年产5万吨新材料项目',
  },
  {
    field: 'district',
    names: ['区县', '区(县)', '县区', '县(区)', '县市区', '所属区县', '所在区县', '属地', '所在地'],
    english: ['District', 'County'],
    explain: '所在的区县或功能区。',
    example: '临江区',
  },
  {
    field: 'address',
    names: ['地址', '详细地址', '项目地址', '建设地点', '地点', '位置'],
    english: ['Address', 'Location'],
    explain: '详细地址。',
    example: '临江区示例路1号',
  },
  {
    field: 'longitude',
    names: ['经度', '东经'],
    english: ['Longitude', 'Lng', 'Lon'],
    explain: '度，十进制（WGS 84）。',
    example: '118.3051',
  },
  {
    field: 'latitude',
    names: ['纬度', '北纬'],
    english: ['Latitude', 'Lat'],
    explain: '度，十进制（WGS 84）。',
    example: '36.8142',
  },
  {
    field: 'position',
    names: ['坐标', '经纬度', '定位'],
    english: ['Coordinates', 'Position'],
    explain: '也可以把经纬度写在一格，如 118.3051,36.8142。',
    example: '',
  },
  {
    field: 'facts',
    names: ['概况', '基本情况', '项目概况', '企业概况', '简介', '建设内容'],
    english: ['Facts', 'Summary', 'Description'],
    explain: '每行一句（格内换行）。',
    example: '一期占地120亩。',
  },
  id,
];

/** The columns of each table of the register, in the order in which we write them. */
export const tableColumns: Readonly<Record<RegisterTable, readonly TableColumn[]>> = { people, units, sites };

/** What a ledger of projects usually holds besides: the template has these columns, every other one is kept as well. */
export const ledgerExamples: readonly (readonly [name: string, example: string])[] = [
  ['总投资', '12.50亿元'],
  ['年度计划投资', '3.20亿元'],
  ['累计完成投资', '2.08亿元'],
  ['形象进度', '主体封顶'],
  ['开工时间', '2025年3月'],
  ['竣工时间', '2027年6月'],
  ['责任单位', '临江区示例局'],
  ['包联领导', '白露'],
  ['产业链', '新材料'],
];
