const digits = '零一二三四五六七八九';

/** 1 to 999 as it is spoken: 一, 十, 十二, 二十, 一百零三. Anything else in Arabic digits. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return String(value);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const hundred = hundreds > 0 ? `${digits[hundreds]}百` : '';
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const ten = tens === 0 ? '' : tens === 1 && hundreds === 0 ? '十' : `${digits[tens]}十`;
  return hundred + zero + ten + (ones > 0 ? digits[ones] : '');
}
