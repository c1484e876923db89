import { expect, it } from 'vitest';
import { fileNameOf } from '../../../electron/documents/file-name';
import { hostileStrings } from '../../shared/documents/hostile-strings';

it('keeps a title as it is where every system takes it', () => {
  expect(fileNameOf('云澜市2026年督导', '纪要.docx')).toBe('云澜市2026年督导-纪要.docx');
});

it('replaces what Windows forbids, shortens, and never is empty or a path', () => {
  expect(fileNameOf('调研：A/B\\C?', '纪要.docx')).toBe('调研：A＿B＿C＿-纪要.docx');
  expect(fileNameOf('', '纪要.docx')).toBe('未命名活动-纪要.docx');
  expect(fileNameOf('..', '纪要.docx')).toBe('未命名活动-纪要.docx');
  expect(fileNameOf('长'.repeat(300), '纪要.docx')).toHaveLength(88);
});

it('makes a safe name of any title', () => {
  for (const title of hostileStrings) {
    const name = fileNameOf(title, '纪要.docx');
    expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}\u202E]/u);
    expect(name).toMatch(/^[^.\s].*-纪要\.docx$/u);
  }
});
