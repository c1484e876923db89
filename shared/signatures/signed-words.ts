import type { Issue } from '../records/issue';
import type { Signature } from '../records/signature';

const severityWords = { minor: '一般', major: '较大', critical: '重大' } as const;

/** What stands above the line: the place, then the findings one by one. Remarks of leaders are not for others to sign. */
export function composeStatement(place: string, issues: readonly Issue[]): string {
  if (issues.length === 0) return `经现场检查，未对${place}提出问题。现予确认。`;
  const lines = issues.map((issue, position) => `${position + 1}.${findingLine(issue)}`);
  return [`经现场检查，${place}存在以下问题，现予确认：`, ...lines].join('\n');
}

/** Whether a finding was changed or deleted after it was signed: then the signature no longer covers what is written now. */
export function isChangedSinceSigned(signature: Signature, issues: readonly Issue[]): boolean {
  const lines = new Set(signature.statement.split('\n').map((line) => line.replace(/^\d+\./, '')));
  return signature.findings.some((id) => {
    const issue = issues.find((entry) => entry.id === id);
    return issue === undefined || issue.deleted || !lines.has(findingLine(issue));
  });
}

/** On one line, so that a line of the statement is one finding. */
function findingLine({ text, severity, category, responsible, due, solvedOnSite }: Issue): string {
  const kind = [severityWords[severity], category.trim()].filter(Boolean).join('，');
  const duties = [
    responsible.trim() === '' ? '' : `责任单位：${responsible.trim()}`,
    due.trim() === '' ? '' : `整改时限：${due.trim()}`,
    solvedOnSite ? '已现场办结' : '',
  ].filter(Boolean);
  const words = text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace(/[。；;]$/, '');
  return `${words}（${kind}）。${duties.length === 0 ? '' : `${duties.join('；')}。`}`;
}
