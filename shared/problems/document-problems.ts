import type { ProblemText } from './problem-text';

/** What may go wrong with checklists, tour files and documents. */
export const documentProblems = {
  'checklist.unusable': {
    status: 422,
    zh: '无法打开这份检查表：{reason}。已填内容均已保留。请让管理员改正检查表，发布新版。',
    en: 'This checklist cannot be opened: {reason}. What was filled in is kept. Ask your administrator to correct it and publish a new version.',
  },
  'checklist.faulty': {
    status: 422,
    zh: '检查表有 {count} 处错误，不能填写：{zh}。请改正后再试。',
    en: 'The checklist has {count} mistake(s) and cannot be filled in: {en}. Correct them and try again.',
  },
  'tourFile.unreadable': {
    status: 400,
    zh: '“{file}”不是活动文件：{zh}。未读入任何内容，请选择巡记导出的 .json 文件。',
    en: '“{file}” is not a tour file: {en}. Nothing was read; choose a .json file that Xunji exported.',
  },
  'tourFile.idTaken': {
    status: 409,
    zh: '“{file}”里的编号 {id} 在本机是另一种记录或属于另一个活动，未导入任何内容。请让对方重新导出。',
    en: 'The id {id} in “{file}” belongs to another record or tour on this computer; nothing was imported. Ask for a new export.',
  },
  'tourFile.faulty': {
    status: 422,
    zh: '活动文件有 {count} 处错误：{faults}',
    en: 'The tour file has {count} fault(s): {faults}',
  },
  'document.printFailed': {
    status: 500,
    zh: 'PDF 没有生成：{fault}。DOCX 和 XLSX 已生成。',
    en: 'The PDF was not made: {fault}. DOCX and XLSX are there.',
  },
  'browser.missing': {
    status: 500,
    zh: '没有找到可用的 Chromium、Chrome 或 Edge 浏览器，无法生成 PDF。请安装其中之一。',
    en: 'No Chromium, Chrome or Edge was found, so no PDF can be made. Install one of them.',
  },
} as const satisfies Record<string, ProblemText>;
