import { z } from 'zod';
import { type Problem, problem } from '../problems';
import { protocolNumber } from './sync';

const numbered = z.object({ protocol: z.number().int() });

/** Why this body of an exchange, which the laptop or the server wrote, cannot be read: which of the two is older. Null where it is of this protocol, or says none. */
export function otherProtocol(body: unknown, by: 'laptop' | 'server'): Problem | null {
  const read = numbered.safeParse(body);
  if (!read.success || read.data.protocol === protocolNumber) return null;
  const isWriterNewer = read.data.protocol > protocolNumber;
  return problem(isWriterNewer === (by === 'server') ? 'server.isNewer' : 'server.isOlder');
}
