import type { ProblemText } from './problem-text';

/** What may go wrong with photos, recordings and other files of a record. */
export const attachmentProblems = {
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
  'attachment.lost': {
    status: 404,
    zh: '本机和中心服务器上都没有这个附件的原件。请让有原件的电脑同步，或重新添加文件。',
    en: 'Neither this computer nor the central server has the original of this file. Let a computer that has it sync, or add the file again.',
  },
  'attachment.recordRefused': {
    status: 409,
    zh: '附件所属的记录未被中心服务器接收，附件暂不发送。请先处理该记录。',
    en: 'The central server did not take the record of this file, so the file waits. See to that record first.',
  },
  'attachment.paused': {
    status: 409,
    zh: '附件传输已暂停，继续后从中断处接着传。',
    en: 'Files are paused. They go on where they stopped once you let them.',
  },
  'attachment.missing': {
    status: 404,
    zh: '本机还没有附件“{name}”的原件。请先同步。',
    en: 'The original of “{name}” is not on this computer yet. Sync first.',
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
} as const satisfies Record<string, ProblemText>;
