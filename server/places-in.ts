/** Where an error comes from, a line for each place, without the message that the stack begins with: it may quote what somebody typed. */
export function placesIn(stack = ''): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
