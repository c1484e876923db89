import { describe, expect, it } from 'vitest';
import { issueSchema } from '../../../shared/records/issue';
import { signatureSchema } from '../../../shared/records/signature';
import { composeSheet, confirmationSheetSchema } from '../../../shared/signatures/confirmation-sheet';
import { signedContent } from '../../../shared/signatures/signed-content';
import { composeStatement } from '../../../shared/signatures/signed-words';

const issue = issueSchema.parse({ id: 'issue-1', tour: 'tour-1', text: '临边没有防护栏杆' });
const records = { issues: [issue], remarks: [] };
const signature = signatureSchema.parse({
  id: 'signature-1',
  tour: 'tour-1',
  stop: 'stop-1',
  signer: '陆行远',
  post: '厂长',
  unit: '望湖公司',
  place: '望湖新材料',
  statement: composeStatement('望湖新材料', records),
  findings: ['issue-1'],
  strokes: [[10, 20, 30, 40]],
  author: '周敏',
  at: '2026-11-20T09:05:00+08:00',
  digest: 'ab'.repeat(32),
});
const sheetOf = (changes: object, digest = signature.digest) =>
  composeSheet({ ...signature, ...changes }, '重点项目督导', records, digest);

describe('composeSheet', () => {
  it('says who confirmed what, when and where, with the strokes as drawn and the code', () => {
    const sheet = sheetOf({});
    expect(confirmationSheetSchema.parse(sheet)).toEqual(sheet);
    expect(sheet.facts.map(({ value }) => value)).toEqual([
      '望湖新材料',
      '2026-11-20 09:05',
      '望湖公司',
      '周敏',
      '重点项目督导',
    ]);
    expect(sheet.parts[0]?.lines[1]).toBe('1.临边没有防护栏杆（一般）。');
    expect(sheet.parts[1]?.lines).toEqual(['未提出不同意见。']);
    expect(sheet.signature.strokes).toEqual([[10, 20, 30, 40]]);
    expect(sheet.notes).toEqual(['校验码（SHA-256）：abab-abab-abab-abab']);
  });

  it('says an objection and a refusal with its reason and who saw it, and never both names and refusal as a signature', () => {
    expect(sheetOf({ objection: '东侧已在整改' }).parts[1]?.lines).toEqual(['不同意见：东侧已在整改']);
    const refused = sheetOf({ way: 'refused', refusal: '需请示总部', witness: '沈砚舟', strokes: [] });
    expect(refused.parts[1]?.lines).toEqual(['厂长陆行远：拒绝签名。原因：需请示总部']);
    expect(refused.signature.lines).toEqual(['见证人：沈砚舟', '签名时间：2026-11-20 09:05']);
    const alone = sheetOf({ way: 'refused', refusal: '需请示总部', strokes: [] });
    expect(alone.signature.lines[0]).toBe('见证人：未注明');
  });

  it('says when a finding was changed since, and when the record itself no longer is what was signed', () => {
    const changed = composeSheet(
      signature,
      '',
      { issues: [{ ...issue, text: '另一处' }], remarks: [] },
      signature.digest,
    );
    expect(changed.notes.at(-1)).toMatch(/^签名后，所确认的内容在系统中有改动/);
    expect(changed.parts[0]?.lines[1]).toBe('1.临边没有防护栏杆（一般）。');
    expect(sheetOf({}, 'cd'.repeat(32)).notes.at(-1)).toMatch(/^注意：本单内容与签名时的校验码不符/);
  });

  it('has an English edition', () => {
    const english = sheetOf({ language: 'en', statement: composeStatement('望湖新材料', records, 'en') });
    expect(english.title).toBe('On-site Confirmation');
    expect(english.notes).toEqual(['Code (SHA-256): abab-abab-abab-abab']);
  });
});

describe('signedContent', () => {
  it('is another text when anything that was signed is another', () => {
    const texts = [
      signature,
      { ...signature, statement: '' },
      { ...signature, strokes: [[10, 20, 30, 41]] },
      { ...signature, objection: '有' },
      { ...signature, at: '2026-11-20T09:06:00+08:00' },
      { ...signature, findings: [] },
    ].map(signedContent);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
