import type { Remark } from '../../../shared/records/remark';
import type { Segment } from '../../../shared/remarks/split-statement';
import type { Edit } from '../../data/store';
import type { Values } from './record-maker';

/** The later segments of a statement as remarks of their own: the same speaker, verb and addressee as the first. */
export function segmentEdits(
  first: Remark,
  base: Values,
  segments: readonly Segment[],
  newId: () => string,
): readonly Edit[] {
  const { speaker, speakerName, verb, addressee, verbatim } = first;
  return segments.map(({ number, heading, text }, position) => ({
    kind: 'remark',
    id: newId(),
    tour: first.tour,
    values: {
      ...base,
      speaker,
      speakerName,
      verb,
      addressee,
      verbatim,
      statement: first.id,
      number,
      heading,
      text,
      order: position + 1,
    },
  }));
}
