import type { Issue } from '../records/issue';
import type { Remark } from '../records/remark';
import type { Signature } from '../records/signature';
import { type SheetLanguage, sheetWords } from './sheet-words';

/** What is put before somebody to sign. */
export interface Findings {
  readonly issues: readonly Issue[];
  readonly remarks: readonly Remark[];
}

/** What stands above the line: the place, then the findings one by one, then what was said there and is to be heeded. */
export function composeStatement(
  place: string,
  { issues, remarks }: Findings,
  language: SheetLanguage = 'zh',
): string {
  const words = sheetWords[language];
  if (issues.length + remarks.length === 0) return words.nothingFound(place);
  const found = issues.map((issue, position) => `${position + 1}.${findingLine(issue, language)}`);
  const said = remarks.map(
    (remark, position) => `${issues.length + position + 1}.${remarkLine(remark, language)}`,
  );
  return [
    ...(found.length === 0 ? [] : [words.found(place), ...found]),
    ...(said.length === 0 ? [] : [found.length === 0 ? words.saidAt(place) : words.alsoSaid, ...said]),
  ].join('\n');
}

/** Whether anything was changed or deleted after it was signed: then the signature no longer covers what is written now. */
export function isChangedSinceSigned(signature: Signature, { issues, remarks }: Findings): boolean {
  const { statement, findings, language } = signature;
  const lines = new Set(statement.split('\n').map((line) => line.replace(/^\d+\./, '')));
  const differs = (record: { readonly deleted: boolean } | undefined, line: string) =>
    record === undefined || record.deleted || !lines.has(line);
  return (
    findings.some((id) => {
      const issue = issues.find((entry) => entry.id === id);
      return differs(issue, issue ? findingLine(issue, language) : '');
    }) ||
    signature.remarks.some((id) => {
      const remark = remarks.find((entry) => entry.id === id);
      return differs(remark, remark ? remarkLine(remark, language) : '');
    })
  );
}

/** On one line, so that a line of the statement is one finding. */
function findingLine(issue: Issue, language: SheetLanguage): string {
  const { text, severity, category, responsible, due, solvedOnSite } = issue;
  const words = sheetWords[language];
  const kind = [words.severities[severity], category.trim()].filter(Boolean).join(words.comma);
  const duties = [
    responsible.trim() === '' ? '' : words.responsible(responsible.trim()),
    due.trim() === '' ? '' : words.due(due.trim()),
    solvedOnSite ? words.solved : '',
  ].filter(Boolean);
  const found = words.inBrackets(oneLine(text).replace(/[。；;.]$/, ''), kind);
  return duties.length === 0 ? found : `${found}${words.space}${duties.join(words.semicolon)}${words.end}`;
}

/** The words as they were heard: an edited text is for the minutes. */
function remarkLine({ speakerName, verb, addressee, text }: Remark, language: SheetLanguage): string {
  const { said, end } = sheetWords[language];
  const words = oneLine(text);
  return said(
    speakerName.trim(),
    verb,
    oneLine(addressee),
    /[。！？!?.…]$/.test(words) ? words : words + end,
  );
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ');
}
