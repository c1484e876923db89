import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/locales/en';
import { zhCN } from '../../../renderer/locales/zh-CN';
import { readSourceFiles } from './source-files';

type Branch = { readonly [key: string]: string | Branch };

function listKeys(branch: Branch, before = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(branch).flatMap(([name, value]) =>
    typeof value === 'string' ? [[before + name, value] as const] : listKeys(value, `${before}${name}.`),
  );
}

const files = readSourceFiles();
const outsideLocales = [...files].filter(([name]) => !/^locales\/(zh|en)/.test(name));
const code = outsideLocales.map(([, text]) => text).join('\n');

/** A key is used where it stands in quotes, or where a template with `${…}` in it can make it. */
function isUsed(key: string): boolean {
  if (code.includes(`'${key}'`)) return true;
  const templates = [...code.matchAll(/t\(\s*`([^`]+)`/g)].map(([, template = '']) => template);
  return templates.some((template) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('[^.]+')}$`).test(key);
  });
}

describe('the words of the window', () => {
  it('are all used', () => {
    expect(
      listKeys(zhCN)
        .map(([key]) => key)
        .filter((key) => !isUsed(key)),
    ).toEqual([]);
  });

  it('would be found unused if they were', () => {
    expect(isUsed('tours.noSuchKey')).toBe(false);
  });

  it('are Chinese in Chinese and not in English, but for what is typed and the name of the language', () => {
    const han = /\p{Script=Han}/u;
    const english = listKeys(en).filter(([, text]) => han.test(text));
    expect(english.map(([key]) => key)).toEqual(['stop.keys', 'settings.zh']);
  });

  it('fill the same places in both languages', () => {
    const places = (text: string) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)]
        .map(([, name]) => name)
        .toSorted((a = '', b = '') => a.localeCompare(b));
    const english = new Map(listKeys(en));
    for (const [key, text] of listKeys(zhCN))
      expect([key, places(english.get(key) ?? '')]).toEqual([key, places(text)]);
  });

  it('stand nowhere else: no component has Chinese of its own', () => {
    const withoutComments = (text: string) =>
      text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*$/gm, '');
    const guilty = [...files]
      .filter(([name, text]) => name.endsWith('.tsx') && /\p{Script=Han}/u.test(withoutComments(text)))
      .map(([name]) => name);
    expect(guilty).toEqual([]);
  });
});
