import type { CdpSession } from './cdp';
import { createCodec } from './codec';
import type { DataPort } from './data-port';
import type { IpcHandler, IpcMain } from './ipc-main';
import type { PageFrames, SenderFrame } from './page-frames';
import { preventableEvent } from './preventable-event';
import { receiverName, type ToHost, type ToWindow } from './worlds/messages';

const codec = createCodec({
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decode: (text) => Uint8Array.from(Buffer.from(text, 'base64')),
});

/** From so many letters on a reply is fetched by the page: a few milliseconds more, and none for each letter. */
const longReply = 65_536;

/** IPC between one page's preload world and the main process. */
export class PageIpc {
  private readonly page: CdpSession;
  private readonly port: DataPort;
  private readonly frames: PageFrames;
  private readonly sender: object;
  /** The window's own `ipc` first, then `ipcMain`, as in Electron. */
  private readonly mains: readonly IpcMain[];

  constructor(
    page: CdpSession,
    port: DataPort,
    frames: PageFrames,
    sender: object,
    mains: readonly IpcMain[],
  ) {
    this.page = page;
    this.port = port;
    this.frames = frames;
    this.sender = sender;
    this.mains = mains;
  }

  /** `webContents.send`: to the top frame's preload; lost when there is none yet, as in Electron. */
  send(channel: string, args: readonly unknown[]): void {
    const message: ToWindow = { kind: 'event', channel, args: codec.encode(args) };
    for (const context of this.frames.mainWorlds()) this.post(context, message);
  }

  /** Handles `invoke` and `send` of the frame that owns the execution context. */
  receive(message: ToHost, contextId: number): void {
    const frame = this.frames.senderOf(contextId);
    if (!frame) return;
    if (message.kind === 'send') this.emit(message.channel, frame, codec.decode(message.args) as unknown[]);
    if (message.kind === 'invoke') void this.answer(message, contextId, frame);
    if (message.kind === 'unread') this.sendBack(message, contextId);
  }

  private emit(channel: string, frame: SenderFrame, args: readonly unknown[]): void {
    for (const main of this.mains) main.emit(channel, this.event(frame), ...args);
  }

  private async answer(
    { id, channel, args }: Extract<ToHost, { kind: 'invoke' }>,
    contextId: number,
    frame: SenderFrame,
  ): Promise<void> {
    try {
      const handler = this.handlerOf(channel);
      const result = await handler(this.event(frame), ...(codec.decode(args) as unknown[]));
      const value = codec.encode(result);
      const text = JSON.stringify(value);
      if (text.length < longReply) this.post(contextId, { kind: 'reply', id, value });
      else this.post(contextId, { kind: 'lent', id, path: this.port.lend(text) });
    } catch (error) {
      this.post(contextId, { kind: 'failure', id, error: String(error) });
    }
  }

  private sendBack({ id, path }: Extract<ToHost, { kind: 'unread' }>, contextId: number): void {
    const text = this.port.takeBack(path);
    if (text !== undefined) this.post(contextId, { kind: 'reply', id, value: JSON.parse(text) as unknown });
  }

  private handlerOf(channel: string): IpcHandler {
    for (const main of this.mains) {
      const handler = main.hostHandlers.get(channel);
      if (handler) return handler;
    }
    throw new Error(`No handler registered for '${channel}'`);
  }

  private event(frame: SenderFrame): object {
    const { processId, routingId } = frame;
    const reply = (channel: string, ...args: unknown[]): void => this.send(channel, args);
    const { sender } = this;
    return preventableEvent({
      type: 'frame',
      sender,
      senderFrame: frame,
      processId,
      frameId: routingId,
      reply,
      ports: [],
    });
  }

  private post(contextId: number, message: ToWindow): void {
    const call = {
      functionDeclaration: `function (message) { globalThis.${receiverName}?.(message); }`,
      executionContextId: contextId,
      // As it is, not as text in text: every quote of a long message would be quoted once more.
      arguments: [{ value: message }],
    };
    // A page that is gone by now has nobody left to tell.
    this.page.send('Runtime.callFunctionOn', call).catch(() => undefined);
  }
}
