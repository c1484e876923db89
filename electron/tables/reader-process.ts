/** A process that reads tables, as the one who started it sees it. */
export interface ReaderProcess {
  post(message: unknown): void;
  /** Who listens to its messages and to its end from now on; an end that came before is told at once. */
  listen(onMessage: (message: unknown) => void, onEnd: () => void): void;
  kill(): void;
}

export type StartReader = () => ReaderProcess;

/** Of the heap; buffers come on top, and watch-memory.ts looks at both together. */
export const readerHeapMegabytes = 320;
