import type { ProblemText } from './problem-text';

/** What may go wrong with spreadsheets and itineraries of others. */
export const tableProblems = {
  'table.empty': {
    status: 400,
    zh: '“{file}”没有内容。请核对是否选错了文件，或重新保存后再导入。',
    en: 'There is nothing in “{file}”. Check that it is the right file, or save it again and import it.',
  },
  'table.wrongType': {
    status: 400,
    zh: '“{file}”是{zh}，不是表格。请在 WPS 或 Excel 中另存为 .xlsx 或 .csv 后再导入。',
    en: '“{file}” is {en}, not a table. Save it as .xlsx or .csv in WPS or Excel and import again.',
  },
  'table.oldFormat': {
    status: 400,
    zh: '“{file}”是{format}格式，无法准确读取。请在 WPS 或 Excel 中打开，另存为 .xlsx 后再导入。',
    en: '“{file}” is in the format {format}, which cannot be read reliably. Open it in WPS or Excel, save it as .xlsx and import again.',
  },
  'table.locked': {
    status: 400,
    zh: '“{file}”设了打开密码。请在 WPS 或 Excel 中取消密码，另存后再导入。',
    en: '“{file}” is protected by a password. Remove the password in WPS or Excel, save it and import again.',
  },
  'table.damaged': {
    status: 400,
    zh: '“{file}”不完整或已损坏，未读入任何内容。请重新拷贝，或在 WPS 或 Excel 中打开后另存为 .xlsx 再导入。',
    en: '“{file}” is incomplete or damaged; nothing was read. Copy it again, or open it in WPS or Excel, save it as .xlsx and import that.',
  },
  'table.quoteOpen': {
    status: 400,
    zh: '“{file}”第 {row} 行有一个引号（"）没有配对，后面的内容分不清，未读入任何内容。请补上或去掉这个引号后再导入。',
    en: 'A quotation mark (") in row {row} of “{file}” is never closed, so what follows cannot be told apart; nothing was read. Close or remove it and import again.',
  },
  'table.encodingUnknown': {
    status: 400,
    zh: '无法识别“{file}”的文字编码。请另存为 UTF-8 或 GB18030 编码的 CSV，或存为 .xlsx 后再导入。',
    en: 'The text encoding of “{file}” is not known. Save it as CSV in UTF-8 or GB18030, or as .xlsx, and import again.',
  },
  'table.tooLarge': {
    status: 400,
    zh: '“{file}”太大：{zh}。未读入任何内容；请拆成几个文件再导入。',
    en: '“{file}” is too large: {en}. Nothing was read; split it into several files and import those.',
  },
  'table.tooSlow': {
    status: 400,
    zh: '“{file}”读了 {seconds} 秒还没有读完，已停止，未读入任何内容。请把需要的工作表复制到新文件里再导入。',
    en: '“{file}” was not read within {seconds} seconds; reading was stopped and nothing was read. Copy the sheets you need into a new file and import that.',
  },
  'table.tooHeavy': {
    status: 400,
    zh: '读“{file}”时读取程序中断了（文件已损坏，或过于复杂），未读入任何内容。请把需要的工作表复制到新文件里再导入。',
    en: 'Reading “{file}” broke off (the file is damaged or too complex) and nothing was read. Copy the sheets you need into a new file and import that.',
  },
  'table.cellTooLong': {
    status: 400,
    zh: '工作表“{sheet}”第 {row} 行第 {column} 列的文字超过 {limit} 字，Excel 单元格放不下，没有保存。请改存为 CSV。',
    en: 'The text in row {row}, column {column} of the sheet “{sheet}” is longer than the {limit} characters that a cell of Excel holds; nothing was saved. Save it as CSV instead.',
  },
  'table.gone': {
    status: 404,
    zh: '这个表格已不在打开状态。请重新选择文件。',
    en: 'This table is no longer open. Choose the file again.',
  },
  'itinerary.faulty': {
    status: 422,
    zh: '行程表有 {count} 处错误，未导入任何内容。请改正后再导入。',
    en: 'The itinerary has {count} mistake(s); nothing was imported. Correct them and import again.',
  },
} as const satisfies Record<string, ProblemText>;
