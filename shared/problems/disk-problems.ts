import type { ProblemText } from './problem-text';

/** What may go wrong with the disk, the journal and files that a person opens. */
export const diskProblems = {
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
  'disk.noRoomForCopy': {
    status: 507,
    zh: '磁盘剩余 {free} MB，数据库副本需要 {needed} MB，这次没有制作副本。内容都在日志里，没有丢失，但意外断电后启动会变慢。请腾出空间。',
    en: 'The disk has {free} MB left and the copy of the database needs {needed} MB: none was made this time. Everything is in the journal and nothing is lost, but a start after a power cut takes longer. Free some space.',
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
} as const satisfies Record<string, ProblemText>;
