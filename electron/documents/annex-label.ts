import type { Annex } from '../../shared/documents/document';

/** 附件 alone, 附件1 and so on where there are several. */
export function annexLabel(index: number, count: number): string {
  return count === 1 ? '附件' : `附件${index + 1}`;
}

/** The lines under the body that name the annexes; no mark at their ends. */
export function annexNotes(annexes: readonly Annex[]): readonly string[] {
  if (annexes.length === 1) return annexes.map((annex) => `附件：${annex.title}`);
  return annexes.map((annex, index) => `${index === 0 ? '附件：' : '　　　'}${index + 1}.${annex.title}`);
}
