/** Characters that are written down as they come, for each start of a process; what is said last is kept beyond that. */
const mostAtOnce = 32_000;
const mostAtEnd = 4000;

/**
 * Tells what a process says on its standard error: the first 32,000 characters as they come, and of what lies beyond the last 4,000
 * when the stream ends. A process that never stops complaining must not push the app's own errors out of the log, and the words
 * before its end are those that say why.
 */
export function logStderr(stream: NodeJS.ReadableStream, tell: (text: string) => void): void {
  let told = 0;
  let beyond = 0;
  let tail = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const now = text.slice(0, mostAtOnce - told);
    told += now.length;
    if (now.trim() !== '') tell(now.trimEnd());
    const later = text.slice(now.length);
    beyond += later.length;
    tail = `${tail}${later}`.slice(-mostAtEnd);
  });
  stream.once('end', () => {
    if (beyond > tail.length) tell(`(${beyond - tail.length} characters left out)`);
    if (tail.trim() !== '') tell(tail.trimEnd());
  });
  // A pipe that breaks ends the listening, not the app.
  stream.on('error', (error) => tell(error.message));
}
