import { describe, expect, it } from 'vitest';
import { matchText } from '../../../renderer/ui/match-text';

const name = '云澜望湖算力中心';

describe('matchText', () => {
  it.each(['望湖', '望湖算力', 'whsl', 'wanghu', 'wanghusuanli', 'wanghsl', 'WHSL', 'ylwh', 'wanghusua'])(
    'finds the project by %s',
    (query) => {
      expect(matchText(name, query)).toBe(true);
    },
  );

  it.each(['望算', 'whls', 'xyz', '望湖 不在', 'wsl'])('does not find it by %s', (query) => {
    expect(matchText(name, query)).toBe(false);
  });

  it('wants every word, in any order', () => {
    expect(matchText(name, '算力 yunlan')).toBe(true);
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
