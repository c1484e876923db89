import { expect, inject, it } from 'vitest';
import { loadForm } from '../../../renderer/forms/load-form';
import { testId } from './walk-form';

it.each(Object.entries(inject('publishedXforms')))(
  'the engine loads what others published: %s',
  async (_, xml) => {
    const loaded = await loadForm(xml, null, { language: 'en', deviceID: 'd', username: 'u', newId: testId });
    expect(loaded.ok || loaded.problem).toBe(true);
    expect(loaded.ok ? loaded.value.leaves().length : 0).toBeGreaterThan(0);
  },
);
