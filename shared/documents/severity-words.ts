import type { severities } from '../records/issue';

export const severityWords = {
  minor: '一般',
  major: '较大',
  critical: '重大',
} as const satisfies Record<(typeof severities)[number], string>;
