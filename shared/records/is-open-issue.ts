import type { Issue } from './issue';

/** Whether an issue still waits: neither solved on the spot nor found put right on a later visit. */
export function isOpenIssue(issue: Pick<Issue, 'text' | 'solvedOnSite' | 'recheck'>): boolean {
  return issue.text !== '' && !issue.solvedOnSite && issue.recheck !== 'fixed';
}
