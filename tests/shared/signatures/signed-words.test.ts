import { describe, expect, it } from 'vitest';
import { issueSchema } from '../../../shared/records/issue';
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
  statement: composeStatement('望湖新材料', issues),
  findings: issues.map(({ id }) => id),
});

describe('what was signed', () => {
  it('names the place and every finding on a line of its own', () => {
    expect(signature.statement).toBe(
      '经现场检查，望湖新材料存在以下问题，现予确认：\n1.临边没有防护 栏杆（重大）。整改时限：三日内。\n2.配电箱未上锁（一般，安全生产）。',
    );
    expect(composeStatement('望湖新材料', [])).toBe('经现场检查，未对望湖新材料提出问题。现予确认。');
  });

  it('is unchanged while the findings are, whatever else is found later', () => {
    const later = issueSchema.parse({ id: 'issue-3', tour: 'tour-1', text: '另一处' });
    expect(isChangedSinceSigned(signature, [...issues, later])).toBe(false);
  });

  it('is changed when a finding is reworded, graded anew or deleted', () => {
    const [first, second] = issues;
    expect(isChangedSinceSigned(signature, [{ ...first!, text: '临边防护不全' }, second!])).toBe(true);
    expect(isChangedSinceSigned(signature, [{ ...first!, severity: 'minor' }, second!])).toBe(true);
    expect(isChangedSinceSigned(signature, [first!])).toBe(true);
    expect(isChangedSinceSigned(signature, [first!, { ...second!, deleted: true }])).toBe(true);
  });
});
