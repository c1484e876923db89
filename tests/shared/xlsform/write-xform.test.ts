import { expect, it } from 'vitest';
import { presetChecklist } from '../../../shared/checklists/preset-checklist';
import { checkForm } from '../../../shared/xlsform/check-form';
import { writeXform } from '../../../shared/xlsform/write-xform';

it('writes the checklist that comes with the product, which has no fault', () => {
  expect(checkForm(presetChecklist)).toEqual({ faults: [], unsupported: [] });
  const written = writeXform(presetChecklist);
  expect(written.ok && written.value).toContain(
    '<bind nodeset="/data/delay_days" type="int" required="true()"',
  );
});
