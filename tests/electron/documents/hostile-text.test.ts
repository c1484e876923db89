import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../electron/documents/render-html';
import { writeDocx } from '../../../electron/documents/write-docx';
import { writeLedgerXlsx } from '../../../electron/documents/write-ledger-xlsx';
import { composeIssueLedger } from '../../../shared/documents/compose-issue-ledger';
import { composeMinutes } from '../../../shared/documents/compose-minutes';
import { printableText } from '../../../shared/documents/printable-text';
import { anyTourFileSchema } from '../../../shared/tour-file/any-tour-file';
import { hostileStrings } from '../../shared/documents/hostile-strings';
import { partsOf, visibleText } from './read-back';

const tour = 'tour-1';
const sha256 = 'a'.repeat(64);

/** One string in every text field that documents print. */
function tourOf(text: string) {
  return anyTourFileSchema.parse({
    format: 'xunji-tour',
    version: 1,
    tour: {
      id: tour,
      title: text,
      forms: [text],
      series: text,
      date: { asWritten: text, basis: text },
      place: text,
      organiser: text,
      purpose: text,
      participants: [{ name: text, posts: [text], role: text }],
      topics: [text],
      toVerify: [text],
    },
    people: [{ id: 'person-1', name: text, posts: [text] }],
    sites: [
      {
        id: 'site-1',
        name: text,
        enterprise: text,
        project: text,
        district: text,
        address: text,
        facts: [text],
        ledger: [{ name: text, value: text }],
      },
    ],
    checklists: [
      { id: 'checklist-1', title: text, items: [{ name: 'item', type: 'text', label: { zh: text } }] },
    ],
    teams: [{ id: 'team-1', tour, name: text, leader: 'person-1', members: ['person-1'], districts: [text] }],
    groups: [
      {
        id: 'group-1',
        tour,
        label: text,
        stage: text,
        topic: text,
        complete: false,
        tail: text,
        observed: text,
      },
    ],
    stops: [
      {
        id: 'stop-1',
        tour,
        team: 'team-1',
        site: 'site-1',
        spot: text,
        stage: text,
        plannedAt: text,
        visitedAt: text,
        status: 'added',
        reason: text,
        reporter: text,
        remarks: text,
      },
    ],
    meetings: [
      {
        id: 'meeting-1',
        tour,
        name: text,
        when: text,
        place: text,
        chair: text,
        agenda: [text],
        reports: [text],
        attendance: [{ name: text, unit: text, status: 'present' }],
        outcome: text,
      },
    ],
    answerSheets: [
      { id: 'sheet-1', tour, stop: 'stop-1', checklist: 'checklist-1', answers: { item: text } },
    ],
    notes: [{ id: 'note-1', tour, stop: 'stop-1', text }],
    remarks: [
      {
        id: 'remark-1',
        tour,
        stop: 'stop-1',
        speakerName: text,
        verb: text,
        addressee: text,
        heading: text,
        text,
      },
    ],
    issues: [
      {
        id: 'issue-1',
        tour,
        stop: 'stop-1',
        text,
        category: text,
        responsible: text,
        measure: text,
        due: text,
        solvedOnSite: true,
        solvedHow: text,
      },
    ],
    indicators: [
      {
        id: 'indicator-1',
        tour,
        subject: text,
        name: text,
        value: text,
        unit: text,
        period: text,
        yearOnYear: text,
        source: text,
      },
    ],
    attachments: [
      {
        id: 'attachment-1',
        tour,
        stop: 'stop-1',
        sha256,
        size: 1,
        mime: 'image/jpeg',
        name: text,
        caption: text,
      },
    ],
  });
}

const flat = (text: string) => text.replace(/\s+/g, ' ');
const expected = (text: string) => flat(printableText(text).trim());

describe.each(hostileStrings.map((text) => ({ text, shown: JSON.stringify(text) })))('$shown', ({ text }) => {
  const file = tourOf(text);
  const minutes = composeMinutes(file, {
    at: text,
    number: text,
    issuedOn: text,
    imprint: { copies: text, printedBy: text, printedOn: text },
  });

  it('is text in the DOCX, unchanged, and the XML stays well formed', async () => {
    const parts = partsOf(await writeDocx(minutes, new Map()));
    for (const part of Object.values(parts)) {
      expect(part).not.toMatch(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u);
      expect(part).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/);
      expect(part).not.toContain('TargetMode="External"');
    }
    const read = flat(visibleText(parts['word/document.xml'] ?? ''));
    expect(read.split(expected(text)).length).toBeGreaterThan(30);
    expect(tagsOf(parts['word/document.xml'] ?? '')).toBe('balanced');
  });

  it('is text in the HTML, unchanged, and runs nothing', () => {
    const html = renderHtml(minutes, new Map());
    expect(html).not.toMatch(/<(script|iframe|object|embed|link|form)\b/i);
    expect(html).not.toMatch(/<[^>]*\son\w+\s*=/i);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(flat(visibleText(html)).split(expected(text)).length).toBeGreaterThan(30);
  });

  it('is text in the ledger, never a formula, a number or a date', async () => {
    const bytes = await writeLedgerXlsx(composeIssueLedger(file, text));
    const sheet = (await readXlsx(bytes)).sheets[0];
    const row = sheet?.rows[2]?.map(String) ?? [];
    expect(row[4]).toBe(printableText(text));
    expect(row.filter((cell) => cell.includes(printableText(text))).length).toBeGreaterThanOrEqual(8);
    const xml = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml).not.toContain('<f>');
    expect(xml.match(/<c (?![^>]*t="s")[^>]*>/g)).toBe(null);
  });
});

/** A tag that is not closed where it should be would make the file unreadable. */
function tagsOf(xml: string): string {
  const open: string[] = [];
  for (const [, slash, name, rest] of xml.matchAll(/<(\/?)([\w:]+)((?:[^<>"]|"[^"]*")*)>/g)) {
    if (slash === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else if (!rest?.endsWith('/')) open.push(name ?? '');
  }
  return open.length === 0 ? 'balanced' : `open: ${open.join(' ')}`;
}
