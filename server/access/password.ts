import { hash, verify } from '@node-rs/argon2';

/**
 * Argon2id (its default algorithm), 64 MiB, three passes. One lane: it runs in one of libuv's four threads either way, and more lanes
 * would let fewer sign-ins run beside each other without costing a guesser more.
 */
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };

/** More at once would take 64 MiB each and the processor from those who sync. */
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost));
}

/** Takes the same time whether there is an account, so that nobody learns by it which logins exist. */
export async function checkPassword(stored: string, password: string): Promise<boolean> {
  const isRight = await inTurn(async () =>
    verify(stored === '' ? await unknown() : stored, password.normalize('NFKC')),
  );
  return isRight && stored !== '';
}

let unknownHash: Promise<string> | null = null;

function unknown(): Promise<string> {
  return (unknownHash ??= hash('nobody has this password', cost));
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place goes to the next in line without being free in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
