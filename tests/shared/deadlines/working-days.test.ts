import { describe, expect, it, test } from 'vitest';
import { readDeadline } from '../../../shared/deadlines/read-deadline';
import { readHolidayNotice } from '../../../shared/deadlines/read-holiday-notice';
import { addWorkingDays, workCalendar } from '../../../shared/deadlines/working-days';

/** In the words in which such notices are published; the days are those of a real calendar of 2026. */
const text = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。`;
const notice = readHolidayNotice(text, 2026);

describe('A notice of holidays', () => {
  it('is read as it is published: ranges, days apart, months that are not repeated', () => {
    expect(notice.off).toHaveLength(3 + 9 + 7);
    expect(notice.off).toEqual(
      expect.arrayContaining(['2026-01-01', '2026-01-03', '2026-02-23', '2026-10-07']),
    );
    expect(notice.work).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10']);
    expect(notice.unread).toEqual([]);
  });

  it('is read as people type it as well', () => {
    expect(readHolidayNotice('2026-05-01至2026-05-05放假，5月9日补班\n6月19日，6月20日休息', 2026)).toEqual({
      year: 2026,
      off: ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05', '2026-06-19', '2026-06-20'],
      work: ['2026-05-09'],
      unread: [],
    });
    expect(readHolidayNotice('2026-10-01 to 2026-10-03 off. 2026-10-10 at work.', 2026)).toMatchObject({
      off: ['2026-10-01', '2026-10-02', '2026-10-03'],
      work: ['2026-10-10'],
    });
    expect(readHolidayNotice('2025年12月31日至1月1日放假', 2026).unread).toHaveLength(1);
    expect(readHolidayNotice('2025年12月31日至2026年1月2日放假', 2026).off).toHaveLength(3);
  });

  it.each(['2月30日放假。', '10月7日至1日放假', '10月1日前后另行通知', '13月1日上班'])(
    'says which sentence it could not read: %s',
    (sentence) => {
      const { off, work, unread } = readHolidayNotice(sentence, 2026);
      expect([off, work, unread.length]).toEqual([[], [], 1]);
    },
  );
});

describe('Working days', () => {
  const known = workCalendar([notice]);

  test.each([
    ['over a weekend', '2026-11-20', 1, '2026-11-23'],
    ['over the days of a feast', '2026-09-30', 1, '2026-10-08'],
    ['with the weekend on which people work', '2026-09-30', 3, '2026-10-10'],
    ['onto a Sunday on which people work', '2026-09-19', 1, '2026-09-20'],
  ])('are counted %s', (_what, from, count, day) => {
    expect(addWorkingDays(from, count, known)).toEqual({ day, isProvisional: false });
  });

  it('are provisional where a year that they touch has no notice', () => {
    expect(addWorkingDays('2026-12-30', 1, known)).toEqual({ day: '2026-12-31', isProvisional: false });
    expect(addWorkingDays('2026-12-30', 2, known)).toEqual({ day: '2027-01-01', isProvisional: true });
    expect(addWorkingDays('2026-11-20', 1, workCalendar([readHolidayNotice('', 2026)]))).toMatchObject({
      isProvisional: true,
    });
  });
});

test.each([
  ['5个工作日内', { kind: 'workingDays', count: 5 }],
  ['请于十五个工作日内整改', { kind: 'workingDays', count: 15 }],
  ['二十工作日', { kind: 'workingDays', count: 20 }],
  ['两个工作日', { kind: 'workingDays', count: 2 }],
  ['0个工作日', null],
  ['2026-12-15', { kind: 'day', day: '2026-12-15' }],
  ['12月5日前', { kind: 'day', day: '2026-12-05' }],
  ['1月15日前', { kind: 'day', day: '2027-01-15' }],
  ['2月30日', null],
  ['月底前', null],
])('a deadline is read from “%s”', (words, deadline) => {
  expect(readDeadline(words, '2026-11-20')).toEqual(deadline);
});
