import type { RecordOf } from '../records/record-schemas';
import type { TourFile } from '../tour-file/tour-file';
import type { Imprint, OfficialDocument } from './document';
import { attendanceLists } from './minutes/attendance-lists';
import { numberHeadings } from './minutes/draft-block';
import { meetingSections } from './minutes/meeting-blocks';
import { numberFigures } from './minutes/number-figures';
import { overviewBlocks } from './minutes/overview-blocks';
import { scoreAnnexes } from './minutes/score-annexes';
import { signatureAnnexes } from './minutes/signature-annex';
import { stopTableAnnexes } from './minutes/stop-table-annex';
import { siteSections } from './minutes/team-blocks';
import { tourRemarkSections, tourWideSections } from './minutes/tour-wide-blocks';
import { verifyAnnexes } from './minutes/verify-annex';
import { label, ref } from './say';
import { stateLabel } from './state-label';
import { indexTour, type TourIndex } from './tour-index';

/** What the records do not hold and only the office can give. */
export interface MinutesOptions {
  /** "第3号" or "〔2026〕3号"; without it the number is left out. */
  readonly number?: string;
  /** The date of issue as it is printed; without it the line stays open, since nobody has signed yet. */
  readonly issuedOn?: string;
  readonly imprint?: Imprint;
  /** Issues of earlier tours that were looked at again at stops of this one; no tour file holds them. */
  readonly rechecks?: readonly RecordOf<'issue'>[];
  /** Ids of signatures whose content no longer gives the digest that was taken when they were made. */
  readonly altered?: readonly string[];
  /** When this was composed, as people read it. */
  readonly at: string;
}

/**
 * A tour as 纪要: grouped by team and route, every sentence with the records it rests on. What is not known is left out
 * or marked 〔…待核实〕, never filled in; every stop, note, remark, issue, indicator, request, handover, task and signature appears.
 */
export function composeMinutes(file: TourFile, options: MinutesOptions): OfficialDocument {
  const index = indexTour(file, options.rechecks);
  const introduced = new Set<string>();
  return {
    front: {
      mark: markOf(index),
      number: options.number ?? '',
      agency: index.tour.organiser,
      date: options.issuedOn ?? '',
    },
    title: label(titleOf(index), ref('tour', index.tour)),
    blocks: numberFigures(
      numberHeadings([
        ...overviewBlocks(index, introduced),
        ...siteSections(index, introduced),
        ...meetingSections(index, introduced),
        ...tourRemarkSections(index, introduced),
        ...tourWideSections(index),
      ]),
    ),
    attendance: attendanceLists(index),
    annexes: [
      ...stopTableAnnexes(index),
      ...scoreAnnexes(index),
      ...signatureAnnexes(index, new Set(options.altered)),
      ...verifyAnnexes(index),
    ],
    imprint: options.imprint,
    madeFrom: { state: stateLabel(file), at: options.at },
  };
}

function markOf({ tour }: TourIndex): string {
  return `${tour.forms.length === 0 ? '活动' : tour.forms.join('')}纪要`;
}

function titleOf({ tour }: TourIndex): string {
  return tour.title.trim() || '（未填活动名称）';
}
