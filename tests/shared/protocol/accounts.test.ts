import { expect, test } from 'vitest';
import { accountEditSchema, newAccountSchema } from '../../../shared/protocol/accounts';
import { accountSchema } from '../../../shared/protocol/session';

const account = { login: 'wang', role: 'inspector', name: '王 小明（检查员）' };

test('a name that is given shows what it is', () => {
  expect(newAccountSchema.safeParse(account).success).toBe(true);
  const strange = ['管\u202E员理', '王\u200B小明', '\u2066王', '王\u2028小明', '王\n小明', '王\u0000'];
  for (const name of strange) {
    expect(newAccountSchema.safeParse({ ...account, name }).success).toBe(false);
    expect(accountEditSchema.safeParse({ name }).success).toBe(false);
  }
});

test('an account of before keeps its name', () => {
  const before = { ...account, id: 'account-1', person: '', disabled: false, name: '王\u200B小明' };
  expect(accountSchema.safeParse(before).success).toBe(true);
});
