import type { OfficeSheet, SheetValue } from './office-sheets';

/** Units as an older program exports them: their order is their rank. */
export const unitLines: readonly (readonly string[])[] = [
  ['单位名称', '简称', '上级单位'],
  ['云澜市人民政府', '市政府', ''],
  ['云澜市发展和改革委员会', '市发改委', '云澜市人民政府'],
  ['云澜市应急管理局', '市应急局', '市政府'],
  ['临江区人民政府', '临江区', '云澜市人民政府'],
];

/** A roster under a title, with several posts in one cell and blanks inside a name. */
export const rosterSheet: OfficeSheet = {
  name: '名册',
  columns: [
    { header: '云澜市参加活动人员名册', width: 12, centred: true },
    { header: '', width: 30 },
    { header: '', width: 36 },
    { header: '', width: 18 },
  ],
  rows: [
    ['姓名', '工作单位', '现任职务', '联系电话'],
    ['秦  霁', '云澜市人民政府', '市委常委、副市长', '0531-0000101'],
    ['司马晴川', '市发改委', '党组书记；主任', '0531-0000102'],
    ['卫知秋', '市应急局', '局长/二级巡视员', '0531-0000103'],
    ['温若水', '临江区', '区长', '0531-0000104'],
  ],
};

const siteRows: readonly (readonly SheetValue[])[] = [
  [
    '云澜恒岳装备有限公司',
    '智能装备二期',
    '临江区',
    '临江区恒岳路8号',
    '12.50',
    '3.20',
    '主体封顶',
    '秦霁',
    '118.3051,36.8142',
  ],
  ['云澜青禾食品有限公司', '', '青原县', '青原县禾丰路2号', '4.80', '1.10', '设备安装', '卫知秋', ''],
  [
    '云澜远帆新材料有限公司',
    '年产5万吨膜材料项目',
    '临江区',
    '',
    '20.00',
    '6.00',
    '基础施工',
    '司马晴川',
    '',
  ],
];

/** A ledger of projects with columns that are the office's own. */
export const ledgerSheet: OfficeSheet = {
  name: '项目台账',
  columns: [
    { header: '企业名称', width: 30 },
    { header: '项目名称', width: 30 },
    { header: '区县', width: 12 },
    { header: '地址', width: 28 },
    { header: '总投资（亿元）', width: 14 },
    { header: '年度计划投资（亿元）', width: 18 },
    { header: '形象进度', width: 16 },
    { header: '包联领导', width: 12 },
    { header: '坐标', width: 20 },
  ],
  rows: siteRows,
};

/** The roster with three cells that cannot be taken: a rank in words, nobody's name, somebody twice. */
export const brokenRosterSheet: OfficeSheet = {
  name: '名册',
  columns: [
    { header: '姓名', width: 12 },
    { header: '单位', width: 30 },
    { header: '排序', width: 8 },
  ],
  rows: [
    ['秦霁', '云澜市人民政府', '第一'],
    ['', '市发改委', 2],
    ['卫知秋', '市应急局', 3],
    ['卫知秋', '市应急局', 4],
  ],
};
