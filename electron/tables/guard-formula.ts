/** What spreadsheets take for the beginning of a formula, full width too. A quote before it, however many, is ours or another's guard. */
const risky = /^'*[=+\-@|＝＋－＠\t\r\n\0]/;
const guarded = /^'+[=+\-@|＝＋－＠\t\r\n\0]/;
/** A negative number is no formula, and a quote before it would make it a text. */
const negative = /^-\d+(\.\d+)?$/;

/** Text for a CSV field, with a quote before it where a spreadsheet would run it. https://owasp.org/www-community/attacks/CSV_Injection */
export function guardFormula(text: string): string {
  return risky.test(text) && !negative.test(text) ? `'${text}` : text;
}

/** The text that was guarded, so that what goes out comes back the same. */
export function unguardFormula(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
