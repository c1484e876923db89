import { type Outcome, fail, succeed } from '../../shared/outcome';
import { type Problem, problem } from '../../shared/problems';
import type { Cell, Sheet, Workbook } from '../../shared/tables/workbook';
import type { TableFile } from './parse-tables';
import { readerReplySchema } from './reader-messages';
import type { ReaderProcess } from './reader-process';

/**
 * Has one file read by a process that is ready. One that takes longer than the deadline is killed; one that ends by itself,
 * or says what no reader says, is a problem of the file. A process may be asked again after it has answered.
 */
export function askReader(
  reader: ReaderProcess,
  { file, bytes, as = 'tables' }: TableFile,
  deadlineMillis: number,
): Promise<Outcome<Workbook>> {
  return new Promise((resolve) => {
    const sheets: (Sheet & { rows: Cell[][] })[] = [];
    const settle = (outcome: Outcome<Workbook>) => {
      clearTimeout(timer);
      reader.listen(ignore, ignore);
      resolve(outcome);
    };
    const giveUp = (reason: Problem) => {
      reader.kill();
      settle(fail(reason));
    };
    const timer = setTimeout(
      () => giveUp(problem('table.tooSlow', { file, seconds: deadlineMillis / 1000 })),
      deadlineMillis,
    );
    const broken = () => giveUp(problem('table.tooHeavy', { file }));
    reader.listen((message) => {
      const read = readerReplySchema.safeParse(message);
      if (!read.success) return broken();
      const reply = read.data;
      switch (reply.kind) {
        case 'ready':
          return;
        case 'sheet':
          sheets.push({
            name: reply.name,
            hidden: reply.hidden,
            uncalculated: reply.uncalculated,
            rows: [],
          });
          return;
        case 'rows': {
          const rows = sheets.at(-1)?.rows;
          for (const row of reply.rows) rows?.push(row);
          return;
        }
        case 'done':
          return settle(succeed({ sheets }));
        case 'problem':
          return settle(fail(reply.problem));
      }
    }, broken);
    reader.post({ file, bytes, as });
  });
}

function ignore(): void {
  // Nothing is asked of it any more; what it still says or how it ends is of no concern.
}
