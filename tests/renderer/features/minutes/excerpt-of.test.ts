import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../../renderer/features/minutes/excerpt-of';
import { tourFileSchema } from '../../../../shared/tour-file/tour-file';

const sha256 = 'a'.repeat(64);
const file = tourFileSchema.parse({
  format: 'xunji-tour',
  version: 1,
  tour: { id: 'tour-1', title: '观摩活动' },
  sites: [{ id: 'site-1', project: '石英材料项目' }],
  stops: [{ id: 'stop-1', tour: 'tour-1', site: 'site-1' }],
  remarks: [
    {
      id: 'remark-1',
      tour: 'tour-1',
      stop: 'stop-1',
      speakerName: '顾承昇',
      text: '要抓紧',
      author: '简书宁',
    },
  ],
  indicators: [{ id: 'figure-1', tour: 'tour-1', name: '总收入', value: '272.80', unit: '亿元' }],
  attachments: [
    { id: 'photo-1', tour: 'tour-1', stop: 'stop-1', sha256, size: 1, name: '01.jpg' },
    { id: 'file-1', tour: 'tour-1', sha256, size: 1, name: '批复.pdf', mime: 'application/pdf' },
  ],
});

describe('excerptOf', () => {
  it('shows a remark with who said it, not who wrote it down', () => {
    const excerpt = excerptOf({ kind: 'remark', id: 'remark-1' }, file);
    expect(excerpt).toEqual({ text: '要抓紧', by: '顾承昇', stop: 'stop-1', sha256: '', mime: '' });
  });

  it('shows a stop by its title and leads to it', () => {
    expect(excerptOf({ kind: 'stop', id: 'stop-1' }, file)).toMatchObject({
      text: '石英材料项目',
      stop: 'stop-1',
    });
  });

  it('keeps the zeros of an indicator', () => {
    expect(excerptOf({ kind: 'indicator', id: 'figure-1' }, file).text).toBe('总收入 272.80亿元');
  });

  it('shows a photo, another file by its name only, and the tour itself', () => {
    expect(excerptOf({ kind: 'attachment', id: 'photo-1' }, file)).toMatchObject({ sha256, text: '01.jpg' });
    expect(excerptOf({ kind: 'attachment', id: 'file-1' }, file)).toMatchObject({
      sha256: '',
      text: '批复.pdf',
    });
    expect(excerptOf({ kind: 'tour', id: 'tour-1' }, file).text).toBe('观摩活动');
  });

  it('has nothing to show of a record that is not there', () => {
    expect(excerptOf({ kind: 'note', id: 'gone' }, file)).toEqual({
      text: '',
      by: '',
      stop: '',
      sha256: '',
      mime: '',
    });
  });
});
