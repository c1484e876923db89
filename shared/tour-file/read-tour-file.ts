import { z } from 'zod';
import { fail, type Outcome, succeed } from '../outcome';
import { problem } from '../problems';
import { listReferenceFaults, type TourFileFault } from './list-reference-faults';
import { anyTourFileSchema } from './any-tour-file';
import type { TourFile } from './tour-file';

/** As many faults as a problem names; `checkTourFile` has them all. */
const namedFaults = 10;

/** A tour file from what was parsed: every fault by its path, nothing half read. */
export function readTourFile(value: unknown): Outcome<TourFile> {
  const checked = checkTourFile(value);
  if (checked.ok) return succeed(checked.file);
  const named = checked.faults.slice(0, namedFaults).map(({ path, zh }) => `${path}：${zh}`);
  const more = checked.faults.length > namedFaults ? '……' : '';
  return fail(
    problem('tourFile.faulty', { count: checked.faults.length, faults: `${named.join('；')}${more}` }),
  );
}

export type CheckedTourFile =
  | { readonly ok: true; readonly file: TourFile }
  | { readonly ok: false; readonly faults: readonly TourFileFault[] };

/** All faults of a tour file: of its shape first; of its references where the shape is right. */
export function checkTourFile(value: unknown): CheckedTourFile {
  const chinese = anyTourFileSchema.safeParse(value, { error: z.locales.zhCN().localeError });
  if (!chinese.success) {
    const english = anyTourFileSchema.safeParse(value, { error: z.locales.en().localeError });
    return {
      ok: false,
      faults: chinese.error.issues.map((issue, index) => ({
        path: pathOf(issue.path),
        zh: issue.message,
        en: english.error?.issues[index]?.message ?? issue.message,
      })),
    };
  }
  const faults = listReferenceFaults(chinese.data);
  return faults.length === 0 ? { ok: true, file: chinese.data } : { ok: false, faults };
}

function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(root)';
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}
