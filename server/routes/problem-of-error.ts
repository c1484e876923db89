import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { errorCode } from '../../shared/node/durable-file';
import { AccessEnded } from '../access/refuse-revoked';
import { type Problem, problem } from '../../shared/problems';

/** PostgreSQL is gone or going: refused, reset, timed out; shut down by its administrator (57P0x), too many connections. */
const awayCodes = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOENT', '57P01', '57P02', '57P03', '53300'];

/** The disk of this server is full, or that of PostgreSQL. */
const fullCodes = ['ENOSPC', '53100'];

/** What an error that reached the server's outermost hand means to the caller. */
export function problemOfError(error: unknown): Problem {
  if (hasZodFastifySchemaValidationErrors(error))
    return problem('request.invalid', {
      fault: error.validation.map(({ instancePath, message }) => `${instancePath} ${message}`).join('; '),
    });
  if (error instanceof AccessEnded) return error.problem;
  if (isCallersFault(error)) return problem('request.invalid', { fault: error.message });
  if (fullCodes.includes(errorCode(error))) return problem('server.diskFull');
  if (awayCodes.includes(errorCode(error)) || isLostConnection(error)) return problem('server.unreachable');
  return problem('internal.bug');
}

/** Fastify's own errors about a request that cannot be read carry a status below 500. */
function isCallersFault(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode < 500
  );
}

/** pg gives these no code. */
function isLostConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(error.message)
  );
}
