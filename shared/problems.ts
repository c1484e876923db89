import { z } from 'zod';

/**
 * Every failure that is expected: what happened and what to do, for people, in both languages.
 * `{name}` is filled from the problem's details. `status` is what the server answers with.
 */
export const problemList = {
  'request.invalid': {
    status: 400,
    zh: '请求的内容不合要求：{fault}。请升级巡记后再试。',
    en: 'The request is not valid: {fault}. Update Xunji and try again.',
  },
  'office.keyWrong': {
    status: 401,
    zh: '接入码不正确，中心服务器未接受。请在“设置”中核对接入码，或向管理员索取。',
    en: 'The central server does not know this access key. Check it in Settings or ask your administrator.',
  },
  'change.invalid': {
    status: 422,
    zh: '字段“{fields}”的内容不合要求，服务器未接收。内容仍在本机。',
    en: 'The server did not accept the field(s) {fields}. What you typed is still on this computer.',
  },
  'change.tooLarge': {
    status: 413,
    zh: '这段内容超过 {limit} MB，尚未保存，仍在屏幕上。请分成几条记录。',
    en: 'This text is larger than {limit} MB and is not on disk; it is still on the screen. Split it into several records.',
  },
  'change.unknown': {
    status: 422,
    zh: '中心服务器的版本较旧，暂不能识别这条改动，未接收。内容仍在本机；服务器升级后，巡记下次启动时会再次发送。',
    en: 'The central server is older and does not know this kind of edit yet. It is still on this computer and is sent again at the next start, once the server has been updated.',
  },
  'attachment.unknown': {
    status: 404,
    zh: '中心服务器上还没有这个附件，请待拍摄者的电脑同步后再取。',
    en: 'The central server does not have this file yet. It comes when the author’s computer has synced.',
  },
  'attachment.hashWrong': {
    status: 422,
    zh: '附件在传输中损坏，已丢弃，将自动重传。',
    en: 'The file was damaged on the way and was thrown away. It will be sent again.',
  },
  'attachment.tooLarge': {
    status: 413,
    zh: '附件“{name}”超过 {limit} MB，无法保存。请压缩后再添加。',
    en: '“{name}” is larger than {limit} MB and cannot be kept. Make it smaller and add it again.',
  },
  'attachment.missing': {
    status: 404,
    zh: '本机还没有附件“{name}”的原件。请先同步。',
    en: 'The original of “{name}” is not on this computer yet. Sync first.',
  },
  'checklist.unusable': {
    status: 422,
    zh: '无法打开这份检查表：{reason}。已填内容均已保留。请让管理员改正检查表，发布新版。',
    en: 'This checklist cannot be opened: {reason}. What was filled in is kept. Ask your administrator to correct it and publish a new version.',
  },
  'server.unreachable': {
    status: 503,
    zh: '无法连接中心服务器。内容均保存在本机，联网后自动发送。',
    en: 'The central server cannot be reached. Everything is on this computer and is sent when there is a network.',
  },
  'server.answerStrange': {
    status: 502,
    zh: '收到的不是巡记中心服务器的答复（可能是上网登录页）。内容均在本机，没有丢失。',
    en: 'The answer did not come from a Xunji server (a sign-in page of the network?). Nothing is lost.',
  },
  'server.notSet': {
    status: 400,
    zh: '还没有填写中心服务器的地址。请在“设置”中填写。',
    en: 'No central server is set. Enter its address in Settings.',
  },
  'server.inUse': {
    status: 409,
    zh: '数据目录“{directory}”正被另一个巡记中心服务器使用。请先关闭它。',
    en: 'The data directory “{directory}” is in use by another Xunji server. Close that one first.',
  },
  'disk.full': {
    status: 507,
    zh: '磁盘已满，刚才的内容尚未保存，仍在屏幕上。请腾出空间。',
    en: 'The disk is full and the last edit is not on disk. Free some space; your text is still on the screen.',
  },
  'disk.failed': {
    status: 500,
    zh: '写入磁盘失败（{code}）。请检查磁盘，内容仍在屏幕上。',
    en: 'Writing to disk failed ({code}). Check the disk; your text is still on the screen.',
  },
  'profile.broken': {
    status: 500,
    zh: '本机数据库已损坏，无法打开。请关闭巡记后重新打开：内容会从日志恢复，没有丢失。',
    en: 'The database on this computer is damaged and cannot be opened. Close Xunji and open it again: everything is restored from the journal.',
  },
  'journal.damaged': {
    status: 500,
    zh: '日志文件“{file}”在第 {offset} 字节处损坏，之后的内容已另存。请联系管理员。',
    en: 'The journal file “{file}” is damaged at byte {offset}; what follows was set aside. Tell your administrator.',
  },
  'file.unreadable': {
    status: 400,
    zh: '无法读取文件“{file}”：{fault}',
    en: 'The file “{file}” cannot be read: {fault}',
  },
  'file.notFound': {
    status: 404,
    zh: '找不到文件“{file}”。请核对路径。',
    en: 'There is no file “{file}”. Check the path.',
  },
  'file.notUtf8': {
    status: 400,
    zh: '无法读取文件“{file}”：文字不是 UTF-8 编码（可能是 GB18030）。请另存为 UTF-8 后再试。',
    en: 'The file “{file}” cannot be read: its text is not UTF-8 (GB18030?). Save it as UTF-8 and try again.',
  },
  'file.notJson': {
    status: 400,
    zh: '无法读取文件“{file}”：内容不是完整的 JSON，可能被截断或手工改错。请重新导出。',
    en: 'The file “{file}” cannot be read: it is not whole JSON; cut off or edited? Export it again.',
  },
  'folder.unwritable': {
    status: 500,
    zh: '无法写入文件夹“{folder}”（{code}）。请换一个文件夹，或腾出空间后再试。',
    en: 'The folder “{folder}” cannot be written to ({code}). Choose another one or free some space.',
  },
  'file.notOpened': {
    status: 415,
    zh: '“{name}”这类文件可能带有程序，不直接打开。确认来源可靠后，请用“另存为”存出再打开。',
    en: '“{name}” is of a type that may carry programs and is not opened from here. If you trust it, use “Save as” and open the copy.',
  },
  'file.empty': {
    status: 400,
    zh: '文件是空的（0 字节），可能没有拷贝完整。请从原处重新拷贝。',
    en: 'The file is empty (0 bytes); it may not have been copied whole. Copy it again.',
  },
  'photo.unreadable': {
    status: 422,
    zh: '照片“{name}”无法显示（文件损坏或格式不受支持），原件仍在。可以“另存为”后用其他程序打开。',
    en: 'The picture “{name}” cannot be shown (damaged or of an unknown type); the original is kept. Use “Save as” and try another program.',
  },
  'photo.notDrawn': {
    status: 422,
    zh: '照片“{name}”上的标注没有画进文书，印出的是原图。请在巡记的“纪要”页重新生成文书。',
    en: 'What was drawn on “{name}” is not in the documents, which show the original. Make them again on the page “Minutes” of Xunji.',
  },
  'microphone.missing': {
    status: 503,
    zh: '无法使用麦克风。请检查设备是否接好、是否被其他程序占用、系统设置是否允许巡记使用。',
    en: 'The microphone cannot be used. Check that it is plugged in, not used by another program, and allowed for Xunji in the system settings.',
  },
  'file.noProgram': {
    status: 500,
    zh: '这台电脑上没有能打开“{name}”的程序。可以用“另存为”拷贝到其他电脑。',
    en: 'This computer has no program for “{name}”. Use “Save as” to take it elsewhere.',
  },
  'file.notSpreadsheet': {
    status: 400,
    zh: '“{file}”不是可读的 Excel 工作簿（.xlsx）。请在 WPS 或 Excel 中另存为 .xlsx 后再导入。',
    en: '“{file}” is not a readable Excel workbook (.xlsx). Save it as .xlsx in WPS or Excel and import again.',
  },
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
  'internal.bug': {
    status: 500,
    zh: '程序出错，已记入日志。请重试；如再次出现，请把日志交给管理员。',
    en: 'Something went wrong inside Xunji and was logged. Try again; if it happens again, give the log to your administrator.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ProblemCode = keyof typeof problemList;

export const problemSchema = z.object({
  code: z.enum(Object.keys(problemList) as [ProblemCode, ...ProblemCode[]]),
  details: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

export type Problem = Readonly<z.infer<typeof problemSchema>>;
export type Language = 'zh' | 'en';

export function problem(code: ProblemCode, details: Problem['details'] = {}): Problem {
  return { code, details };
}

/** The sentence a person reads. */
export function describeProblem({ code, details }: Problem, language: Language): string {
  return problemList[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?'));
}
