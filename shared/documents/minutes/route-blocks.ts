import type { RecordOf } from '../../records/record-schemas';
import type { Block } from '../document';
import type { TourIndex } from '../tour-index';
import { gatheredStops } from './gathered-stops';
import { groupBlocks } from './group-blocks';
import { hasOwnSection, stopSection } from './stop-section';

type Stop = RecordOf<'stop'>;
type Group = RecordOf<'group'>;

/**
 * Stops and groups in the order of the route. A group keeps its stops together at the place of its first stop; stops
 * without any record are gathered at the end. `level` is the level of its heading, its stops stand one below.
 */
export function routeBlocks(
  index: TourIndex,
  stops: readonly Stop[],
  groups: readonly Group[],
  level: number,
  introduced: Set<string>,
): readonly Block[] {
  const groupIds = new Set(groups.map((group) => group.id));
  const lone = stops.filter((stop) => !groupIds.has(stop.group));
  const told = lone.filter((stop) => hasOwnSection(index, stop));
  const sections = [
    ...groups.map((group) => {
      const members = stops.filter((stop) => stop.group === group.id);
      const blocks = () => groupBlocks(index, group, members, level, introduced);
      return { order: members[0]?.order ?? group.order, blocks };
    }),
    ...told.map((stop) => ({ order: stop.order, blocks: () => stopSection(index, stop, level, introduced) })),
  ];
  return [
    ...sections.toSorted((left, right) => left.order - right.order).flatMap((section) => section.blocks()),
    ...gatheredStops(
      index,
      lone.filter((stop) => !told.includes(stop)),
    ),
  ];
}
