import { expect, it } from 'vitest';
import { cleanFileName } from '../../../electron/documents/file-name';
import { isOpenable } from '../../../electron/files/openable-type';

const opens = (name: string, head: string) => isOpenable(name, Buffer.from(head, 'latin1'));

it('opens documents, pictures and sound', () => {
  expect(opens('批复.pdf', '%PDF-1.7')).toBe(true);
  expect(opens('汇报.docx', 'PK\x03\x04')).toBe(true);
  expect(opens('现场.JPG', '\xff\xd8\xff')).toBe(true);
  expect(opens('说明.txt', '你好')).toBe(true);
});

it('opens nothing that may run: programs, scripts, links, macros, and programs under another name', () => {
  const names = [
    'a.exe',
    'a.bat',
    'a.lnk',
    'a.desktop',
    'a.html',
    'a.svg',
    'a.docm',
    'a.doc',
    'a.xls',
    'a',
    'a.pdf.exe',
  ];
  expect(names.filter((name) => opens(name, 'PK\x03\x04'))).toEqual([]);
  expect(opens('批复.pdf', 'MZ\x90\x00')).toBe(false);
  expect(opens('汇报.docx', '#!/bin/sh')).toBe(false);
  expect(opens('图.png', '\x7fELF')).toBe(false);
});

it('makes names that lead nowhere', () => {
  expect(cleanFileName('../../etc/passwd')).not.toMatch(/[/\\]/);
  expect(cleanFileName('..')).toBe('_');
  expect(cleanFileName('con.txt')).toBe('_con.txt');
  expect(cleanFileName('现场 照片.JPG')).toBe('现场 照片.JPG');
});
