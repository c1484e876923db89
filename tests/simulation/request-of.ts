import type { ExchangeRequest } from '../../shared/protocol/sync';
import type { Question } from '../../shared/sync/exchange-once';

/** What a laptop's road makes of its question. */
export function requestOf(device: string, { changes, ...question }: Question): ExchangeRequest {
  return { protocol: 2, device, ...question, changes: changes.map((change) => change.body()) };
}
