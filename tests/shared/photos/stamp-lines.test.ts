import { expect, it } from 'vitest';
import { stampLines } from '../../../shared/photos/stamp-lines';
import { attachmentSchema } from '../../../shared/records/attachment';

const words = {
  tour: '云澜市第二次重点产业项目巡查',
  stop: '年产3万吨高纯石英材料项目',
  address: '临江区示例路1号',
};
const photo = (more: object) =>
  attachmentSchema.parse({
    id: 'p',
    tour: 't',
    sha256: 'ab'.repeat(32),
    size: 9,
    at: '2026-11-20T10:00:00+08:00',
    ...more,
  });

it('says where, when by the corrected clock of the camera, by whom, at which position and on which tour', () => {
  const taken = photo({
    takenAt: '2026-11-20T09:25:00',
    clockOffset: -20 * 60,
    author: '周敏',
    caption: '配电箱',
    position: { latitude: 36.81424, longitude: 118.305 },
  });
  expect(stampLines(taken, words)).toEqual([
    '年产3万吨高纯石英材料项目　临江区示例路1号',
    '配电箱',
    '2026-11-20 09:05　周敏',
    '云澜市第二次重点产业项目巡查　36.81424, 118.30500',
  ]);
});

it('leaves out what is not known, and takes the time of adding, uncorrected, for a picture that tells none', () => {
  expect(stampLines(photo({ clockOffset: 600 }), { ...words, address: '', tour: '' })).toEqual([
    '年产3万吨高纯石英材料项目',
    '2026-11-20 10:00',
  ]);
});
