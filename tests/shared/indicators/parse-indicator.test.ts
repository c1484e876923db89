import { describe, expect, it } from 'vitest';
import { parseIndicator } from '../../../shared/indicators/parse-indicator';

const none = { period: '', name: '', value: '', unit: '', yearOnYear: '', target: false, rest: '' };

const shapes: readonly (readonly [typed: string, parsed: Partial<typeof none>])[] = [
  ['年产值 272.80 亿元 同比 17.23%', { name: '年产值', value: '272.80', unit: '亿元', yearOnYear: '17.23%' }],
  ['产能利用率 50%—70%', { name: '产能利用率', value: '50%—70%', unit: '%' }],
  ['产能利用率50-70%', { name: '产能利用率', value: '50-70%', unit: '%' }],
  ['规上企业 38 家', { name: '规上企业', value: '38', unit: '家' }],
  ['新增企业 1.2 万家', { name: '新增企业', value: '1.2', unit: '万家' }],
  ['到2027年装机目标 8 GW', { period: '到2027年', name: '装机目标', value: '8', unit: 'GW', target: true }],
  ['年处理 20.0 万吨', { name: '年处理', value: '20.0', unit: '万吨' }],
  ['固定资产投资下限 3000万元—5000万元', { name: '固定资产投资下限', value: '3000万元—5000', unit: '万元' }],
  ['产值２７２．８０亿元', { name: '产值', value: '２７２．８０', unit: '亿元' }],
  ['税收　１２．５０　％', { name: '税收', value: '１２．５０　％', unit: '%' }],
  [
    '2025年1—9月产值达 96.10 亿元，同比下降 3.1%',
    { period: '2025年1—9月', name: '产值', value: '96.10', unit: '亿元', yearOnYear: '-3.1%' },
  ],
  ['用工 1,250 人，同比持平', { name: '用工', value: '1,250', unit: '人', yearOnYear: '持平' }],
  ['占年度计划 68.0%', { name: '占年度计划', value: '68.0%', unit: '%' }],
  ['完成年度计划的 68%', { name: '完成年度计划的', value: '68%', unit: '%' }],
  ['年度计划投资 5 亿元', { name: '年度计划投资', value: '5', unit: '亿元', target: true }],
  ['总投资 100亿元以上', { name: '总投资', value: '100亿元以上', unit: '' }],
  ['入园企业超120家', { name: '入园企业', value: '超120', unit: '家' }],
  ['带动就业 300余人', { name: '带动就业', value: '300余', unit: '人' }],
  ['年产5000吨项目 3 个', { name: '年产5000吨项目', value: '3', unit: '个' }],
  ['5号厂房层高 9.5 米', { name: '5号厂房层高', value: '9.5', unit: '米' }],
  ['上半年：电耗 3.2 亿千瓦时', { period: '上半年', name: '电耗', value: '3.2', unit: '亿千瓦时' }],
  ['工位 120', { name: '工位', value: '120', unit: '' }],
  ['产值 3.0 亿元，较好，下月再看', { name: '产值', value: '3.0', unit: '亿元', rest: '较好，下月再看' }],
  [
    '增加值率 21.5% 同比提高 0.8 个百分点',
    { name: '增加值率', value: '21.5%', unit: '%', yearOnYear: '0.8个百分点' },
  ],
];

describe('parseIndicator', () => {
  it.each(shapes)('reads "%s"', (typed, parsed) => {
    expect(parseIndicator(typed)).toEqual({ ...none, ...parsed });
  });

  it.each(['看了两条生产线', '企业未说明产值', '3号楼', ''])('leaves "%s" as it is', (typed) => {
    expect(parseIndicator(typed)).toEqual({ ...none, rest: typed.trim() });
  });

  it('loses no figure: every digit typed is in one of the parts', () => {
    for (const [typed] of shapes) {
      const parts = Object.values(parseIndicator(typed)).join(' ');
      for (const figure of typed.match(/[\d０-９.．,]+/g) ?? [])
        expect([typed, parts]).toEqual([typed, expect.stringContaining(figure)]);
    }
  });
});
