/**
 * The id of the answers to one checklist at one stop. Made from both ids, so that two laptops which start the
 * same sheet without seeing each other write to one record. FNV-1a of 128 bits: short enough for an id.
 */
export function answerSheetId(stop: string, checklist: string): string {
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (const character of `${stop} ${checklist}`) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x1000000000000000000013bn);
  }
  return `sheet-${hash.toString(16).padStart(32, '0')}`;
}
