import { expect, it } from 'vitest';
import { labelTime } from '../../../renderer/ui/label-time';

it('says a time as people do', () => {
  const label = new Date(2026, 10, 20, 9, 5).toISOString();
  expect(labelTime(label, 'zh')).toBe('11月20日 09:05');
  expect(labelTime(label, 'en')).toBe('20 Nov 09:05');
});

it('shows what is no time as it is', () => {
  expect(labelTime('上午', 'zh')).toBe('上午');
});
