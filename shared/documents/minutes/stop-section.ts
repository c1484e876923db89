import type { RecordOf } from '../../records/record-schemas';
import type { Block } from '../document';
import { label, ref } from '../say';
import type { TourIndex } from '../tour-index';
import { heading } from './draft-block';
import { stopName } from './names';
import { hasFindings, nothingRecorded, stopBlocks } from './stop-blocks';

type Stop = RecordOf<'stop'>;

/** A stop with its heading. A stop that nothing is known about says so. */
export function stopSection(
  index: TourIndex,
  stop: Stop,
  level: number,
  introduced: Set<string>,
): readonly Block[] {
  const stage = stop.stage === '' ? '' : `（${stop.stage}）`;
  const blocks = stopBlocks(index, stop, introduced);
  return [
    heading(level, label(`${stopName(index, stop)}${stage}`, ref('stop', stop))),
    ...blocks,
    ...(hasFindings(index, stop) ? [] : [{ kind: 'paragraph', sentences: [nothingRecorded(stop)] } as const]),
  ];
}
