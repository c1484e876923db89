import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openCarriedPages } from '../../../electron/bundles/carried-pages';
import { handIn, handInNext } from '../../../electron/bundles/hand-in';
import type { Connection, ServerRequest } from '../../../electron/sync/sync-client';
import { openWithheldChanges } from '../../../electron/bundles/withheld-changes';
import { type FileSystem, nodeFileSystem } from '../../../shared/node/file-system';
import { type ProblemCode, problem, problemList } from '../../../shared/problems';
import { settingsSchema } from '../../../shared/protocol/bridge';
import { noteChange } from '../../server/note-change';
import { anyAccess } from '../../server/signed';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunji-hand-in-'));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

const first = noteChange({ scope: 'tour-1' });
const second = noteChange({ scope: 'tour-2' });
const changes = JSON.stringify([first, second]);
const said = { bundle: 'bundle-1', device: 'laptop-1', office: '', signature: 'a'.repeat(86) };
const text = JSON.stringify({ ...said, changes: [first, second] });

const lineTo = (answer: (init?: ServerRequest) => Promise<Response>, serverUrl = 'http://127.0.0.1:1') => {
  const settings = settingsSchema.parse({ serverUrl });
  return {
    settings: () => settings,
    office: anyAccess,
    fetch: (_, init) => answer(init),
  } satisfies Connection;
};
const saying = (code: ProblemCode) =>
  lineTo(async () => Response.json({ problem: problem(code) }, { status: problemList[code].status }));
/** What was told again, in its order. */
const told: string[] = [];
const tellAgain = (ids: readonly string[]) => Promise.resolve(told.push(...ids) > 0);
const withheldIn = () => openWithheldChanges(nodeFileSystem, join(folder, 'withheld'), tellAgain);
let hours = 0;
const ticks = () => hours * 3_600_000;
const openCarried = () => openCarriedPages(nodeFileSystem, folder, ticks);
const settling = lineTo(async () => Response.json({ settled: [first.id, second.id], refused: [] }));

it('a page is given up for what is truly about it alone; whatever passes is tried again', async () => {
  const passing = ['internal.bug', 'server.diskFull', 'server.busy', 'server.unreachable', 'account.unknown'];
  for (const code of passing as ProblemCode[])
    expect(await handIn(saying(code), text)).toEqual({ ok: false, problem: problem(code) });
  for (const [url, code] of [
    ['', 'server.notSet'],
    ['http://office.example', 'server.clearText'],
  ] as const)
    expect(
      await handIn(
        lineTo(async () => Response.json({}), url),
        text,
      ),
    ).toEqual({
      ok: false,
      problem: problem(code),
    });
  const hasNoRoute = lineTo(async () =>
    Response.json({ problem: problem('request.invalid', { fault: 'POST /api/bundles' }) }, { status: 400 }),
  );
  for (const line of [saying('bundle.unproven'), hasNoRoute])
    expect(await handIn(line, text)).toMatchObject({ value: { by: 'courier', refused: [] } });
});

it('a page that its laptop did not sign, or a revoked one did, is held as refused, change by change', async () => {
  for (const code of ['bundle.signatureWrong', 'bundle.signerRevoked'] as const) {
    const refused = [first, second].map(({ id }) => ({ change: id, problem: problem(code) }));
    const value = { by: 'writer', settled: [], refused };
    // A revocation may end; what nobody signed stays so.
    const isParked = code === 'bundle.signerRevoked' && { isParked: true };
    expect(await handIn(saying(code), text)).toEqual({ ok: true, value: { ...value, ...isParked } });
  }
});

it('a page that a server calls no request at all is held: its writer must not make it count by the courier’s right', async () => {
  const refused = [first, second].map(({ id }) => ({ change: id, problem: problem('bundle.pageStrange') }));
  for (const fault of ['Body is not valid JSON but content-type is set to application/json', 'POST', ''])
    expect(
      await handIn(
        lineTo(async () =>
          Response.json({ problem: problem('request.invalid', { fault }) }, { status: 400 }),
        ),
        text,
      ),
    ).toEqual({ ok: true, value: { by: 'writer', settled: [], refused } });
});

it('a page of a writer who is not let in is handed in again after an hour, then later and later, and at each start, and told once more when it was taken', async () => {
  const carried = await openCarried();
  await carried.keep({ ...said, changes }, 0);
  const withheld = await withheldIn();
  const revoked = saying('bundle.signerRevoked');
  const why = problem('bundle.signerRevoked');
  const round = async (line: Connection, of = carried) => {
    const handed = await handInNext(line, { carried: of, withheld });
    const found = handed.ok ? handed.value : null;
    if (found?.came.isParked) of.park(found.page.name);
    else if (found) await of.drop(found.page.name);
    return found?.came ?? null;
  };
  expect(await round(revoked)).toMatchObject({ isParked: true });
  expect(withheld.find(first.id)).toEqual(why);
  hours += 0.9;
  expect(await round(settling)).toBeNull();
  // What the person handed in by own right meanwhile is not held once more.
  await withheld.release([second.id]);
  told.splice(0);
  hours += 0.1;
  expect(await round(revoked)).toMatchObject({ refused: [{ change: first.id, problem: why }] });
  expect([...withheld.ids()]).toEqual([first.id]);
  // The server writes a line into its audit log each time.
  const times: number[] = [];
  for (let hour = 1; hour <= 100; hour += 1) {
    hours += 1;
    if (await round(revoked)) times.push(hour);
  }
  expect(times).toEqual([2, 6, 14, 30, 54, 78]);
  const again = await openCarried();
  expect(await round(settling, again)).toMatchObject({ by: 'writer', settled: [first.id, second.id] });
  expect([withheld.ids().size, told.splice(0)]).toEqual([0, [first.id]]);
  expect(await round(settling, again)).toBeNull();
});

it('what is let go is told again also where the machine stopped, or the disk was full, before that', async () => {
  let isFull = true;
  const open = () =>
    openWithheldChanges(nodeFileSystem, join(folder, 'withheld'), async (ids) => !isFull && tellAgain(ids));
  const withheld = await open();
  await withheld.hold('laptop-1', [first.id, second.id]);
  await withheld.allow('laptop-1');
  expect([withheld.ids().size, told]).toEqual([0, []]);
  // Revoked once more before it was told: that one is not told at all.
  await withheld.hold('laptop-1', [second.id]);
  isFull = false;
  expect((await open()).find(second.id)).toEqual(problem('bundle.writerRevoked'));
  expect(told.splice(0)).toEqual([first.id]);
  await open();
  expect(told).toEqual([]);
});

it('what is refused of a page is held, also after a start, until the person says otherwise; a full disk says nothing of it', async () => {
  const carried = await openCarried();
  await carried.keep({ ...said, changes }, 0);
  const forbidden = problem('change.forbidden');
  const refusing = lineTo(async () =>
    Response.json({ settled: [first.id], refused: [{ change: second.id, problem: forbidden }] }),
  );
  let isFull = false;
  const full: FileSystem = {
    ...nodeFileSystem,
    open: (...given: Parameters<FileSystem['open']>) =>
      isFull
        ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }))
        : nodeFileSystem.open(...given),
  };
  const onFull = await openWithheldChanges(full, join(folder, 'withheld'), tellAgain);
  isFull = true;
  const told = await handInNext(refusing, { carried, withheld: onFull });
  expect(told).toEqual({ ok: false, problem: problem('disk.full') });
  const withheld = await withheldIn();
  expect(await handInNext(refusing, { carried, withheld })).toMatchObject({ ok: true });
  for (const each of [withheld, await withheldIn()]) {
    expect(each.find(second.id)).toEqual(forbidden);
    expect([...each.ids()]).toEqual([second.id]);
  }
  await withheld.release([second.id]);
  for (const each of [withheld, await withheldIn()]) expect(each.ids().size).toBe(0);
});

it('what is held because its writer was revoked here does not go by the courier’s right; where the server takes it for its writer it is free', async () => {
  const why = problem('bundle.writerRevoked');
  const held = [first, second].map(({ id }) => ({ change: id, problem: why }));
  const ids = held.map(({ change }) => change);
  for (const [line, left] of [
    [saying('bundle.unproven'), held],
    [settling, []],
  ] as const) {
    const carried = await openCarried();
    await carried.keep({ ...said, changes }, 0);
    const withheld = await withheldIn();
    await withheld.hold('laptop-1', ids);
    expect(await handInNext(line, { carried, withheld })).toMatchObject({
      value: { came: { refused: left } },
    });
    expect([...(await withheldIn()).ids()]).toEqual(left.map(({ change }) => change));
  }
});

it('a line on which something moves is waited for, however slow it is', async () => {
  vi.useFakeTimers();
  const slow = lineTo(async (init) => {
    for (let sent = 0; sent < 5; sent += 1) {
      if (!init?.onSent || init.signal?.aborted) throw new Error('given up');
      init.onSent(1000);
      await vi.advanceTimersByTimeAsync(50_000);
    }
    return Response.json({ settled: [first.id, second.id], refused: [] });
  });
  expect(await handIn(slow, text)).toMatchObject({ value: { by: 'writer' } });
});

it('a disk that cannot be read now is a failure, not a page less', async () => {
  let isFailing = true;
  const flaky = {
    ...nodeFileSystem,
    readFile: (...given: Parameters<FileSystem['readFile']>) =>
      isFailing
        ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
        : nodeFileSystem.readFile(...given),
  } as FileSystem;
  const carried = await openCarriedPages(flaky, folder, ticks);
  await carried.keep({ ...said, changes }, 0);
  expect(await handInNext(settling, { carried, withheld: await withheldIn() })).toEqual({
    ok: false,
    problem: problem('disk.failed', { code: 'EIO' }),
  });
  isFailing = false;
  expect(await handInNext(settling, { carried, withheld: await withheldIn() })).toMatchObject({
    value: { came: { by: 'writer' } },
  });
});

it('a file that somebody removed waits no more, and the next one is taken', async () => {
  const carried = await openCarried();
  await carried.keep({ ...said, changes }, 0);
  await carried.keep({ ...said, changes }, 1);
  await rm(join(folder, 'bundle-1.000000.json'));
  expect(await carried.next()).toMatchObject({ name: 'bundle-1.000001.json' });
  await rm(join(folder, 'bundle-1.000001.json'));
  await carried.forget(['tour-1']);
  expect(await handInNext(settling, { carried, withheld: await withheldIn() })).toEqual({
    ok: true,
    value: null,
  });
});

it('a page goes with a scope only where nothing else is on it', async () => {
  const carried = await openCarried();
  await carried.keep({ ...said, changes }, 0);
  await carried.forget(['tour-1', 'tour-3']);
  expect(await carried.next()).not.toBeNull();
  await carried.forget(['tour-1', 'tour-2']);
  expect(await carried.next()).toBeNull();
  await writeFile(join(folder, 'half.json'), '{');
  const again = await openCarried();
  await again.forget(['tour-9']);
  expect(await again.next()).toBeNull();
});
