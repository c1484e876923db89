import { type Problem, problem } from '../../shared/problems';
import { tableLimits } from '../../shared/tables/table-limits';

/** Which limit a file broke, in words; `sheet` names the place for those that count within one. */
export function tableTooLarge(
  file: string,
  limit: keyof typeof tableLimits | 'content',
  sheet = '',
): Problem {
  const most = limit === 'content' ? '' : tableLimits[limit].toLocaleString('en-US');
  const where =
    sheet === '' ? { zh: '工作表', en: 'a sheet' } : { zh: `工作表“${sheet}”`, en: `the sheet “${sheet}”` };
  const words = {
    megabytes: [`文件超过 ${most} MB`, `the file is larger than ${most} MB`],
    sheets: [`工作表超过 ${most} 个`, `it has more than ${most} sheets`],
    rows: [`${where.zh}超过 ${most} 行`, `${where.en} has more than ${most} rows`],
    columns: [`${where.zh}超过 ${most} 列`, `${where.en} has more than ${most} columns`],
    cells: [`单元格超过 ${most} 个`, `it has more than ${most} cells`],
    characters: [`有一个单元格超过 ${most} 字`, `one cell has more than ${most} characters`],
    content: ['解开后的内容过多', 'it holds too much once unpacked'],
  } as const;
  const [zh, en] = words[limit];
  return problem('table.tooLarge', { file, zh, en });
}
