import type { ReaderProcess } from './reader-process';

/** The listening end of a reader, whatever kind of process it is: one listener at a time, and the end told once. */
export function readerListener(): Pick<ReaderProcess, 'listen'> & {
  readonly message: (message: unknown) => void;
  readonly end: () => void;
} {
  let onMessage: (message: unknown) => void = () => undefined;
  let onEnd: () => void = () => undefined;
  let ended = false;
  return {
    message: (message) => onMessage(message),
    end: () => {
      if (!ended) onEnd();
      ended = true;
    },
    listen: (message, end) => {
      onMessage = message;
      onEnd = end;
      if (ended) end();
    },
  };
}
