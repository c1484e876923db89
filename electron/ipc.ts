import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import type { Change } from '../shared/changes/change';
import { changeText } from '../shared/changes/change-text';
import { type Outcome, fail } from '../shared/outcome';
import { problem } from '../shared/problems';
import { type BridgeCall, type BridgeOutput, bridgeCalls } from '../shared/protocol/bridge';
import { writeInLines } from '../shared/protocol/in-lines';
import { type Packed, pack, unpack } from '../shared/protocol/packed';
import { appOrigin } from './app-scheme';

/** What main does for each call. Expected failures are returned; what is thrown is a bug. */
export type CallHandlers = {
  readonly [C in BridgeCall]: (
    input: ReturnType<(typeof bridgeCalls)[C]['input']['parse']>,
  ) => Promise<Outcome<BridgeOutput<C>>>;
};

/**
 * The one door between window and main: for every call the sender is checked, then the input, then it runs, then the answer is
 * checked too. A bug answers `internal.bug` and goes to the log; the window never sees a stack.
 */
export function answerCalls(handlers: CallHandlers, logError: (where: string, error: unknown) => void): void {
  for (const name of Object.keys(bridgeCalls) as BridgeCall[]) {
    ipcMain.handle(`xunji:${name}`, async (event, input: unknown) => {
      if (!isTrusted(event)) {
        logError(name, new Error(`call from ${event.senderFrame?.url ?? 'a frame that is gone'}`));
        return fail(problem('internal.bug'));
      }
      const handler = handlers[name] as (input: unknown) => Promise<Outcome<unknown>>;
      return answerInKind(name, handler, input, logError);
    });
  }
}

/** What came as one text is answered as one. */
async function answerInKind(
  name: BridgeCall,
  handler: (input: unknown) => Promise<Outcome<unknown>>,
  input: unknown,
  logError: (where: string, error: unknown) => void,
): Promise<unknown> {
  let unpacked: ReturnType<typeof unpack>;
  try {
    unpacked = unpack(input);
  } catch {
    return fail(problem('request.invalid', { fault: name }));
  }
  if (!unpacked) return answer(name, handler, input, logError);
  return packAnswer(await answer(name, handler, unpacked.value, logError));
}

/** Changes that came go on as the texts that they came as. */
function packAnswer(outcome: Outcome<unknown>): Packed {
  const read = outcome.ok ? newerSchema.safeParse(outcome.value) : null;
  if (!read?.success) return pack(outcome);
  const { newer, ...rest } = read.data;
  return { packed: `{"ok":true,"value":${writeInLines(rest, 'newer', newer.map(changeText))}}` };
}

const newerSchema = z.looseObject({ newer: z.custom<Change[]>(Array.isArray) });

async function answer(
  name: BridgeCall,
  handler: (input: unknown) => Promise<Outcome<unknown>>,
  input: unknown,
  logError: (where: string, error: unknown) => void,
): Promise<Outcome<unknown>> {
  const call = bridgeCalls[name];
  try {
    // Inside, since a value that contains itself sends the schema round for ever.
    const read = call.input.safeParse(input);
    if (!read.success)
      return fail(problem('request.invalid', { fault: read.error.issues[0]?.message ?? name }));
    const outcome = await handler(read.data);
    return outcome.ok ? { ok: true, value: call.output.parse(outcome.value) } : outcome;
  } catch (error) {
    logError(name, error);
    return fail(problem('internal.bug'));
  }
}

/** Only the top frame of a window that shows our own page may call. */
function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${appOrigin}/`);
}
