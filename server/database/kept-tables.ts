/**
 * The tables beside the log whose rows must outlive a power cut, with the columns that name a row. The embedded database writes
 * each of their rows to its intake journal as well.
 */
export const keptTables = {
  accounts: ['scope', 'id'],
  devices: ['scope', 'id'],
  codes: ['scope', 'name'],
  grants: ['scope', 'account', 'tour', 'team', 'source'],
  members: ['scope', 'person', 'tour', 'team'],
  tries: ['scope', 'subject'],
  secrets: ['scope', 'name'],
  attachments: ['scope', 'sha256', 'record'],
  audit: ['scope', 'number'],
  audit_heads: ['scope'],
  handed: ['scope', 'number'],
  departed: ['scope', 'subject', 'tour', 'team'],
  dropped: ['scope', 'tour'],
} as const;

export type KeptTable = keyof typeof keptTables;

/** A row by the names of its columns. */
export type KeptRow = Readonly<Record<string, string | number | boolean>>;
