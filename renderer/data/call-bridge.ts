import type { Bridge, BridgeCall, BridgeInput, BridgeOutput } from '../../shared/protocol/bridge';
import { bridgeCalls } from '../../shared/protocol/bridge';
import { type Outcome, outcomeSchema } from '../../shared/outcome';
import { problem } from '../../shared/problems';
import { pack, packedCalls, unpack } from '../../shared/protocol/packed';

declare global {
  interface Window {
    readonly xunji: Bridge;
  }
}

/** Asks the main process. An answer that does not fit the contract is a problem like any other, never a wrong value. */
export async function callBridge<C extends BridgeCall>(
  name: C,
  input: BridgeInput<C>,
): Promise<Outcome<BridgeOutput<C>>> {
  const told = await window.xunji.call(name, packedCalls.includes(name) ? pack(input) : input);
  const { value } = unpack(told) ?? { value: told };
  const answer = outcomeSchema(bridgeCalls[name].output).safeParse(value);
  if (!answer.success) return { ok: false, problem: problem('internal.bug') };
  return answer.data as Outcome<BridgeOutput<C>>;
}
