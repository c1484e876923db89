import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packState, unpackState } from '../../../shared/changes/pack-state';
import type { Json } from '../../../shared/json';
import { Device } from './devices';

const steps = fc.array(
  fc.record({
    by: fc.nat(2),
    values: fc.dictionary(
      fc.constantFrom('text', 'measure', 'due', 'deleted', 'answers.a[1]/b'),
      fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
      { minKeys: 1, maxKeys: 3 },
    ),
    sees: fc.boolean(),
  }),
  { minLength: 1, maxLength: 15 },
);

it('comes back from disk as it was: conflicts, long texts, deletions, what was replaced', () => {
  fc.assert(
    fc.property(steps, (made) => {
      const devices = [1, 2, 3].map((seed) => new Device(`d${seed}`, seed, 'issue'));
      for (const { by, values, sees } of made) {
        const device = devices[by] ?? new Device('d', 9);
        if (sees) device.take(devices.flatMap((other) => other.made));
        device.edit(values);
      }
      for (const { state } of devices) {
        const stored =
          state && (JSON.parse(JSON.stringify(packState(state))) as ReturnType<typeof packState>);
        const back = stored && unpackState(stored);
        expect(back).toEqual(state && JSON.parse(JSON.stringify(state)));
        expect(Object.keys(back?.fields ?? {})).toEqual(Object.keys(state?.fields ?? {}));
      }
    }),
  );
});

it('is read as it is where an earlier Xunji stored it', () => {
  const device = new Device('d1', 1);
  device.edit({ text: '围挡破损' });
  const { state } = device;
  expect(state && unpackState(state)).toBe(state);
});

it('takes less than half of the room where a form was filled in one go', () => {
  const device = new Device('laptop-of-an-inspector', 1, 'issue');
  device.edit({
    text: '围挡破损',
    category: '围挡',
    severity: 'minor',
    stop: 's1',
    due: '2026-03-11',
    at: 'x',
  });
  const [packed, plain] = [device.state && packState(device.state), device.state].map(
    (one) => JSON.stringify(one).length,
  );
  expect(packed).toBeLessThan((plain ?? 0) / 2);
});
