/** A process that reads tables, as the one who started it sees it: messages both ways, an end, and a way to bring it about. */
export interface ReaderProcess {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the process is gone, whatever the reason. */
  onEnd(listener: () => void): void;
  kill(): void;
}

export type StartReader = () => ReaderProcess;

/** Of the heap; buffers come on top, and watch-memory.ts looks at both together. */
export const readerHeapMegabytes = 320;
