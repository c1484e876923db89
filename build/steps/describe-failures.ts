import { stripVTControlCharacters } from 'node:util';

/** One thing that failed: where it stands, and everything that it said. */
export interface Failure {
  readonly title: string;
  readonly message: string;
}

/** Of a log only a part may be kept: a failure must leave room for the others and for what stands around them. */
const detailLength = 5000;
const linesInSummary = 15;
const lineLength = 300;

/** How a line begins: what failed, or what passed at its second try. */
type Mark = '✗' | '~';

/** A failure as it stands below its stage: its title and the beginning of what it said, without colours. */
export function describeFailure({ title, message }: Failure, mark: Mark = '✗'): string {
  const text = `${mark} ${title}\n${stripVTControlCharacters(message)}`;
  if (text.length <= detailLength) return text;
  const more = `\n… (${text.length} characters in all)`;
  return `${text.slice(0, detailLength - more.length)}${more}`;
}

/** What stands at the very end of a run, where it is found even in half a log: each failure with its first words. */
export function summariseFailures(failures: readonly Failure[], mark: Mark = '✗'): string {
  return failures.map((failure) => summariseFailure(failure, mark)).join('\n');
}

function summariseFailure({ title, message }: Failure, mark: Mark): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (line.length > lineLength ? `${line.slice(0, lineLength)}…` : line));
  const [place = ''] = /[\w-]+\.(?:spec|test)\.tsx?:\d+/.exec(message) ?? [];
  return [
    `${mark} ${title} ${place}`.trimEnd(),
    ...lines.slice(0, linesInSummary - 1).map((line) => `    ${line}`),
  ].join('\n');
}
