import { describe, expect, it } from 'vitest';
import { issueSchema } from '../../../shared/records/issue';
import { remarkSchema } from '../../../shared/records/remark';
import { signatureSchema } from '../../../shared/records/signature';
import { composeStatement, isChangedSinceSigned } from '../../../shared/signatures/signed-words';

const issues = [
  issueSchema.parse({
    id: 'issue-1',
    tour: 'tour-1',
    text: '临边没有防护\n栏杆。',
    severity: 'critical',
    due: '三日内',
  }),
  issueSchema.parse({ id: 'issue-2', tour: 'tour-1', text: '配电箱未上锁', category: '安全生产' }),
];

const signature = signatureSchema.parse({
  id: 'signature-1',
  tour: 'tour-1',
  statement: composeStatement('望湖新材料', { issues, remarks: [] }),
  findings: issues.map(({ id }) => id),
});

describe('what was signed', () => {
  it('names the place and every finding on a line of its own', () => {
    expect(signature.statement).toBe(
      '经现场检查，望湖新材料存在以下问题，现予确认：\n1.临边没有防护 栏杆（重大）。整改时限：三日内。\n2.配电箱未上锁（一般，安全生产）。',
    );
    expect(composeStatement('望湖新材料', { issues: [], remarks: [] })).toBe(
      '经现场检查，未对望湖新材料提出问题。现予确认。',
    );
  });

  it('is unchanged while the findings are, whatever else is found later', () => {
    const later = issueSchema.parse({ id: 'issue-3', tour: 'tour-1', text: '另一处' });
    expect(isChangedSinceSigned(signature, { issues: [...issues, later], remarks: [] })).toBe(false);
  });

  it('is changed when a finding is reworded, graded anew or deleted', () => {
    const [first, second] = issues;
    const isChanged = (now: typeof issues) => isChangedSinceSigned(signature, { issues: now, remarks: [] });
    expect(isChanged([{ ...first!, text: '临边防护不全' }, second!])).toBe(true);
    expect(isChanged([{ ...first!, severity: 'minor' }, second!])).toBe(true);
    expect(isChanged([first!])).toBe(true);
    expect(isChanged([first!, { ...second!, deleted: true }])).toBe(true);
  });

  it('takes remarks in behind the findings, and is changed when one of them is', () => {
    const remark = remarkSchema.parse({
      id: 'remark-1',
      tour: 'tour-1',
      speakerName: '顾承昇',
      verb: '要求',
      addressee: '各有关单位',
      text: '三日内\n补齐防护',
    });
    const statement = composeStatement('望湖新材料', { issues, remarks: [remark] });
    expect(statement.split('\n').slice(-2)).toEqual([
      '现场提出以下要求：',
      '3.顾承昇要求各有关单位：三日内 补齐防护。',
    ]);
    const both = { ...signature, statement, remarks: [remark.id] };
    expect(isChangedSinceSigned(both, { issues, remarks: [remark] })).toBe(false);
    expect(isChangedSinceSigned(both, { issues, remarks: [{ ...remark, text: '一周内' }] })).toBe(true);
    expect(isChangedSinceSigned(both, { issues, remarks: [] })).toBe(true);
  });

  it('is worded in English where the window is, with the words that people wrote as they are', () => {
    const [first] = issues;
    const statement = composeStatement('Wanghu', { issues: [first!], remarks: [] }, 'en');
    expect(statement).toBe(
      'The inspection found the following at Wanghu, which is hereby confirmed:\n1.临边没有防护 栏杆 (critical). Due: 三日内.',
    );
    const english = { ...signature, language: 'en' as const, statement, findings: [first!.id] };
    expect(isChangedSinceSigned(english, { issues, remarks: [] })).toBe(false);
  });
});
