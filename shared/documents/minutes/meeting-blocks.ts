import { readReport } from '../../meetings/report-line';
import type { RecordOf } from '../../records/record-schemas';
import type { Block, Sentence } from '../document';
import { label, listed, paragraph, quote, ref, refs } from '../say';
import type { TourIndex } from '../tour-index';
import { heading } from './draft-block';
import { livesAt } from './home';
import { indicatorParagraph } from './indicator-paragraph';
import { remarkParagraphs } from './remark-paragraphs';
import { requestParagraph } from './request-paragraphs';
import { taskParagraphs, tasksAt } from './task-paragraphs';

type Meeting = RecordOf<'meeting'>;

/** 会议情况: each meeting with what was heard, said and settled. */
export function meetingSections(index: TourIndex, introduced: Set<string>): readonly Block[] {
  if (index.meetings.length === 0) return [];
  return [
    heading(1, label('会议情况', ...refs('meeting', index.meetings))),
    ...index.meetings.flatMap((meeting) => meetingBlocks(index, meeting, introduced)),
  ];
}

function meetingBlocks(index: TourIndex, meeting: Meeting, introduced: Set<string>): readonly Block[] {
  const isHere = livesAt(index, 'meeting', meeting.id);
  const name = meeting.name.trim() || '会议';
  return [
    heading(2, label(name, ref('meeting', meeting))),
    ...paragraph(
      heldSentence(meeting, name),
      meeting.agenda.length === 0
        ? null
        : quote(`会议议程为：${listed(meeting.agenda)}`, ref('meeting', meeting)),
      reportsSentence(meeting),
      ...gistSentences(meeting),
      outcomeSentence(meeting),
    ),
    ...indicatorParagraph(index.indicators.filter(isHere)),
    ...remarkParagraphs(index, index.remarks.filter(isHere), introduced, '会上'),
    ...requestParagraph(index.requests.filter(isHere)),
    ...taskParagraphs(tasksAt(index, 'meeting', meeting.id)),
  ];
}

function heldSentence(meeting: Meeting, name: string): Sentence {
  const place = meeting.place === '' ? '' : `在${meeting.place}`;
  const isHeld = /(召开|举行|组织)/.test(meeting.when);
  const when = meeting.when.trim();
  const separator = /[\d日时午]$/.test(when) ? '，' : '';
  const chair = meeting.chair === '' ? '' : `，由${meeting.chair}主持`;
  return quote(`${when}${separator}${place}${isHeld ? '' : '召开'}${name}${chair}`, ref('meeting', meeting));
}

function reportsSentence(meeting: Meeting): Sentence | null {
  if (meeting.reports.length === 0) return null;
  const reports = listed(meeting.reports.map((line) => readReport(line).who));
  return quote(`会议听取了${reports}${reports.endsWith('汇报') ? '' : '的汇报'}`, ref('meeting', meeting));
}

/** What was reported, where somebody took it down. */
function gistSentences(meeting: Meeting): readonly Sentence[] {
  return meeting.reports
    .map(readReport)
    .filter(({ gist }) => gist !== '')
    .map(({ who, gist }) => quote(`${who}汇报：${gist}`, ref('meeting', meeting)));
}

function outcomeSentence(meeting: Meeting): Sentence | null {
  const outcome = meeting.outcome.trim();
  if (outcome === '') return null;
  const lead = outcome.startsWith('会议')
    ? ''
    : /^[对就研审议决确提通原明要]/.test(outcome)
      ? '会议'
      : '会议成果：';
  return quote(`${lead}${outcome}`, ref('meeting', meeting));
}
