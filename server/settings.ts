import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { OidcSettings } from './access/oidc';
import type { S3Settings } from './files/s3-blobs';

const settingsSchema = z.object({
  data: z.string().min(1).default('xunji-data'),
  'database-url': z
    .string()
    .regex(/^postgres(ql)?:/, 'must begin with postgres://')
    .optional(),
  port: z.coerce.number().int().min(0).max(65_535).default(8787),
  host: z.string().min(1).default('127.0.0.1'),
  address: z.url({ protocol: /^https?$/ }).optional(),
  log: z.enum(['error', 'info', 'debug', 'silent']).default('info'),
  'office-name': z.string().max(100).default(''),
  'new-epoch': z.stringbool().default(false),
  's3-bucket': z.string().min(3).optional(),
  's3-endpoint': z.url({ protocol: /^https?$/ }).optional(),
  's3-region': z.string().min(1).default('us-east-1'),
  'behind-proxy': z.stringbool().default(false),
  proxies: z.coerce.number().int().min(1).max(9).default(1),
  'audit-days': z.coerce.number().int().min(180).default(400),
  backup: z.string().optional(),
  'backup-recipient': z.string().startsWith('age1', 'must be a public age key (age1…)').optional(),
  'backup-minutes': z.coerce.number().min(1).default(5),
  'oidc-issuer': z.url({ protocol: /^https?$/ }).optional(),
  'oidc-client-id': z.string().default(''),
  'oidc-client-secret': z.string().default(''),
  'oidc-claim': z.string().min(1).default('preferred_username'),
  'tls-cert': z.string().optional(),
  'tls-key': z.string().optional(),
});

export interface Settings {
  readonly directory: string;
  readonly databaseUrl?: string;
  readonly port: number;
  readonly host: string;
  /** How laptops reach this server, as join cards say it, where that is not what it listens on. */
  readonly address?: string;
  /** How the office calls itself, shown to a laptop that is enrolled. */
  readonly officeName: string;
  /** From which level on what happens is written to stderr. */
  readonly log: string;
  readonly newEpoch: boolean;
  /** Where backups go by themselves, for whom, and how long after each other. */
  readonly backup?: { readonly directory: string; readonly recipient: string; readonly minutes: number };
  /** Where files are kept instead of on the disk. */
  readonly s3?: S3Settings;
  /** TLS on loopback as well. */
  readonly alwaysTls?: boolean;
  /** Something on this machine or before it ends TLS for this server, which then speaks clear text to it. */
  readonly behindProxy: boolean;
  /** How many of them stand one behind another: what is said of an address before those is a stranger's word. */
  readonly proxies: number;
  /** How long the audit log is kept, 180 days at least. */
  readonly auditDays: number;
  /** The identity provider at which accounts may sign in. */
  readonly oidc?: OidcSettings;
  /** The office's own certificate (with its chain, the authority last) and key, as files; else the server makes its own. */
  readonly tlsFiles?: { readonly cert: string; readonly key: string };
}

/**
 * The server's settings from its arguments (`--port 8787`), else from the environment (`XUNJI_PORT=8787`).
 * The database's address comes from the environment only: arguments are visible to every user of the machine.
 * Throws a ZodError that names each setting that is not valid.
 */
export function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      address: { type: 'string' },
      'new-epoch': { type: 'boolean' },
      'behind-proxy': { type: 'boolean' },
      backup: { type: 'string' },
      'backup-recipient': { type: 'string' },
      'backup-minutes': { type: 'string' },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
    },
  });
  const settings = settingsSchema.parse({
    data: values.data ?? given(environment.XUNJI_DATA),
    'database-url': given(environment.DATABASE_URL),
    port: values.port ?? given(environment.XUNJI_PORT),
    host: values.host ?? given(environment.XUNJI_HOST),
    address: values.address ?? given(environment.XUNJI_ADDRESS),
    log: given(environment.XUNJI_LOG),
    'office-name': given(environment.XUNJI_OFFICE_NAME),
    'new-epoch': values['new-epoch'] ? 'true' : undefined,
    's3-bucket': given(environment.XUNJI_S3_BUCKET),
    's3-endpoint': given(environment.XUNJI_S3_ENDPOINT),
    's3-region': given(environment.XUNJI_S3_REGION),
    'behind-proxy': values['behind-proxy'] ? 'true' : given(environment.XUNJI_BEHIND_PROXY),
    proxies: given(environment.XUNJI_PROXIES),
    'audit-days': given(environment.XUNJI_AUDIT_DAYS),
    backup: values.backup ?? given(environment.XUNJI_BACKUP),
    'backup-recipient': values['backup-recipient'] ?? given(environment.XUNJI_BACKUP_RECIPIENT),
    'backup-minutes': values['backup-minutes'] ?? given(environment.XUNJI_BACKUP_MINUTES),
    'oidc-issuer': given(environment.XUNJI_OIDC_ISSUER),
    'oidc-client-id': given(environment.XUNJI_OIDC_CLIENT_ID),
    'oidc-client-secret': given(environment.XUNJI_OIDC_CLIENT_SECRET),
    'oidc-claim': given(environment.XUNJI_OIDC_CLAIM),
    'tls-cert': values['tls-cert'] ?? given(environment.XUNJI_TLS_CERT),
    'tls-key': values['tls-key'] ?? given(environment.XUNJI_TLS_KEY),
  });
  return {
    directory: resolve(settings.data),
    databaseUrl: settings['database-url'],
    port: settings.port,
    host: settings.host,
    address: settings.address,
    log: settings.log,
    officeName: settings['office-name'],
    newEpoch: settings['new-epoch'],
    backup: backupOf(settings.backup, settings['backup-recipient'], settings['backup-minutes']),
    ...(settings['s3-bucket'] && {
      s3: {
        bucket: settings['s3-bucket'],
        endpoint: settings['s3-endpoint'] ?? '',
        region: settings['s3-region'],
      },
    }),
    behindProxy: settings['behind-proxy'],
    proxies: settings.proxies,
    auditDays: settings['audit-days'],
    ...oidcOf(settings),
    tlsFiles: filesOf(settings['tls-cert'], settings['tls-key']),
  };
}

function backupOf(
  directory: string | undefined,
  recipient: string | undefined,
  minutes: number,
): Settings['backup'] {
  if (directory === undefined) return undefined;
  if (recipient === undefined)
    throw new Error('backup needs backup-recipient: see npm run xunji -- backup-key.');
  return { directory: resolve(directory), recipient, minutes };
}

function oidcOf(settings: z.infer<typeof settingsSchema>): Pick<Settings, 'oidc'> {
  const { address, 'oidc-issuer': issuer, 'oidc-client-id': clientId } = settings;
  if (issuer === undefined) return {};
  if (address === undefined || clientId === '')
    throw new Error('oidc-issuer needs oidc-client-id, and address: the provider sends browsers back there.');
  const { 'oidc-client-secret': clientSecret, 'oidc-claim': claim } = settings;
  return { oidc: { issuer, clientId, clientSecret, claim, address } };
}

function filesOf(cert: string | undefined, key: string | undefined): Settings['tlsFiles'] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) throw new Error('tls-cert and tls-key go together.');
  return { cert, key };
}

/** An empty variable is one that is not set. */
function given(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
