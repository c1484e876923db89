import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { type Bandwidth, createBandwidth } from '../../../electron/sync/bandwidth';

const packetBytes = 1400;

export interface BadLine {
  readonly url: string;
  /** Bytes that went over the line towards the server and back, whether they arrived or not. */
  readonly up: () => number;
  readonly down: () => number;
  readonly cuts: () => number;
  close(): Promise<void>;
}

export interface Badness {
  readonly bytesPerSecond: number;
  /** How long a byte is on its way: what is under way when the line breaks is lost. */
  readonly delayMillis: number;
  /** A packet that is lost holds up all that follow it by this much, as TCP sends it again. */
  readonly loss: number;
  readonly lossMillis: number;
  /** After how many bytes a connection breaks. */
  cutAfter(): number;
  random(): number;
}

const wait = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis));

/** A slow, lossy line that resets its connections, to a server on this machine. */
export async function startBadLine(target: string, badness: Badness): Promise<BadLine> {
  const counts = { up: 0, down: 0, cuts: 0 };
  const open = new Set<Socket>();
  const limit = () => createBandwidth(() => badness.bytesPerSecond, Date.now, wait);
  const [upLimit, downLimit] = [limit(), limit()];
  const server = createServer({ allowHalfOpen: false }, (near) => {
    const far = connect(Number(new URL(target).port), '127.0.0.1');
    let left = badness.cutAfter();
    const cut = () => {
      if (near.destroyed && far.destroyed) return;
      counts.cuts += 1;
      near.resetAndDestroy();
      far.resetAndDestroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => open.delete(socket));
    }
    const onPacket = (direction: 'up' | 'down') => (bytes: number) => {
      counts[direction] += bytes;
      left -= bytes;
      if (left <= 0) cut();
      return left > 0;
    };
    void carry(near, far, upLimit, badness, onPacket('up'));
    void carry(far, near, downLimit, badness, onPacket('down'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    up: () => counts.up,
    down: () => counts.down,
    cuts: () => counts.cuts,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function carry(
  from: Socket,
  to: Socket,
  limit: Bandwidth,
  { delayMillis, loss, lossMillis, random }: Badness,
  onPacket: (bytes: number) => boolean,
): Promise<void> {
  let heldUntil = 0;
  let last: Promise<void> = Promise.resolve();
  try {
    for await (const piece of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < piece.length; at += packetBytes) {
        const packet = piece.subarray(at, at + packetBytes);
        await limit.pass(packet.length);
        if (!onPacket(packet.length)) return;
        if (random() < loss) heldUntil = Date.now() + lossMillis;
        const arrives = wait(delayMillis + Math.max(0, heldUntil - Date.now()));
        last = Promise.all([last, arrives]).then(() => void to.write(packet));
      }
    }
    await last;
    to.end();
  } catch {
    // One of the two ends was reset: that is what this line is for.
    to.resetAndDestroy();
  }
}
