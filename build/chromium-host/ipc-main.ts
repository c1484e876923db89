import { EventEmitter } from 'node:events';
import { guard } from './guard';

export type IpcHandler = (event: unknown, ...args: unknown[]) => unknown;

/** `electron.ipcMain`, and `webContents.ipc` for one window. Channel names are free, so they are not guarded. */
export class IpcMain extends EventEmitter {
  readonly hostHandlers = new Map<string, IpcHandler>();

  constructor(name: string) {
    super();
    return guard(name, this);
  }

  handle(channel: string, handler: IpcHandler): void {
    if (this.hostHandlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.hostHandlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: IpcHandler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.hostHandlers.delete(channel);
  }
}
