import { composeCardPage } from '../../shared/access/card-page';
import { type Outcome, fail } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import type { BridgeOutput } from '../../shared/protocol/bridge';
import { readJoinCard } from '../../shared/protocol/join-card';
import { callBridge } from './call-bridge';

type Printed = Omit<Parameters<typeof composeCardPage>[0], 'card' | 'qr'> & {
  /** What stands on the screen of it. */
  readonly qr: Parameters<typeof composeCardPage>[0]['qr'] | null;
};

/** The card that stands on the screen as one page of PDF, where the user chooses. */
export async function saveJoinCard(printed: Printed): Promise<Outcome<BridgeOutput<'documents.saveCard'>>> {
  const card = readJoinCard(printed.line);
  const { qr } = printed;
  if (!card || !qr) return fail(problem('internal.bug'));
  return callBridge('documents.saveCard', { page: composeCardPage({ ...printed, card, qr }) });
}
