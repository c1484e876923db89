import { z } from 'zod';
import { oldItemSchema } from '../checklists/old-item';
import { rowsOfItems } from '../checklists/rows-of-items';
import { tourFileSchema } from './tour-file';

/** A tour file, also one from before checklists were XLSForms: their items become rows. */
export const anyTourFileSchema = z
  .looseObject({
    checklists: z
      .array(
        z
          .looseObject({ items: z.array(oldItemSchema).optional() })
          .transform(({ items, ...rest }) =>
            items === undefined ? rest : { ...rowsOfItems(items), ...rest },
          ),
      )
      .optional(),
  })
  .pipe(tourFileSchema);
