import { describe, expect, it } from 'vitest';
import { matchText } from '../../../renderer/ui/match-text';

const name = '云澜中科电气有限公司';

describe('matchText', () => {
  it.each(['中科', '中科电气', 'zkdq', 'zhongke', 'zhongkedianqi', 'zhongkdq', 'ZKDQ', 'ylzk', 'zhongkedi'])(
    'finds the firm by %s',
    (query) => {
      expect(matchText(name, query)).toBe(true);
    },
  );

  it.each(['中电', 'zkqd', 'xyz', '中科 不在', 'zdq'])('does not find it by %s', (query) => {
    expect(matchText(name, query)).toBe(false);
  });

  it('wants every word, in any order', () => {
    expect(matchText(name, '电气 yunlan')).toBe(true);
  });

  it('knows characters with several readings', () => {
    expect(matchText('重庆路长江银行', 'cql')).toBe(true);
    expect(matchText('银行', 'yh')).toBe(true);
  });

  it('matches Latin letters and figures in a name', () => {
    expect(matchText('5GW高效光伏组件项目', '5gw')).toBe(true);
    expect(matchText('5GW高效光伏组件项目', 'gxgf')).toBe(true);
  });

  it('matches everything when nothing is typed', () => {
    expect(matchText(name, '')).toBe(true);
    expect(matchText(name, '  ')).toBe(true);
  });
});
