import { expect, it } from 'vitest';
import { problemOfError } from '../../../server/routes/problem-of-error';

it('a full disk is told as one, also where it is that of PostgreSQL', () => {
  const codes = ['ENOSPC', '53100'].map(
    (code) => problemOfError(Object.assign(new Error(code), { code })).code,
  );
  expect(codes).toEqual(['server.diskFull', 'server.diskFull']);
});
