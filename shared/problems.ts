import { z } from 'zod';
import { accountProblems } from './problems/account-problems';
import { attachmentProblems } from './problems/attachment-problems';
import { bundleProblems } from './problems/bundle-problems';
import { backupProblems } from './problems/backup-problems';
import { diskProblems } from './problems/disk-problems';
import { documentProblems } from './problems/document-problems';
import { hubProblems } from './problems/hub-problems';
import { syncProblems } from './problems/sync-problems';
import { tableProblems } from './problems/table-problems';
import type { ProblemText } from './problems/problem-text';

/**
 * Every failure that is expected: what happened and what to do, for people, in both languages.
 * `{name}` is filled from the problem's details. `status` is what the server answers with.
 */
export const problemList = {
  ...syncProblems,
  ...hubProblems,
  ...accountProblems,
  ...attachmentProblems,
  ...bundleProblems,
  ...diskProblems,
  ...backupProblems,
  ...tableProblems,
  ...documentProblems,
  'internal.bug': {
    status: 500,
    zh: '程序出错，已记入日志。请重试；如再次出现，请把日志交给管理员。',
    en: 'Something went wrong inside Xunji and was logged. Try again; if it happens again, give the log to your administrator.',
  },
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof problemList;

export const problemSchema = z.object({
  code: z.enum(Object.keys(problemList) as [ProblemCode, ...ProblemCode[]]),
  details: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

export type Problem = Readonly<z.infer<typeof problemSchema>>;
export type Language = 'zh' | 'en';

export function problem(code: ProblemCode, details: Problem['details'] = {}): Problem {
  return { code, details };
}

/** The sentence a person reads. */
export function describeProblem({ code, details }: Problem, language: Language): string {
  return problemList[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?'));
}
