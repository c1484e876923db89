import type { ProblemText } from './problem-text';

/** What may go wrong with a bundle on a stick or in a shared folder. */
export const bundleProblems = {
  'bundle.notBundle': {
    status: 400,
    zh: '“{file}”不是巡记数据包，未读入任何内容。请选择扩展名为 .xunji 的文件。',
    en: '“{file}” is not a Xunji bundle; nothing was read. Choose a file that ends in .xunji.',
  },
  'bundle.newer': {
    status: 400,
    zh: '“{file}”由更新版本的巡记写成，本机无法打开，未读入任何内容。请先升级巡记。',
    en: '“{file}” was written by a newer Xunji and cannot be opened here; nothing was read. Update Xunji first.',
  },
  'bundle.cut': {
    status: 422,
    zh: '“{file}”不完整，可能没有写完U盘就被拔出。未读入任何内容，请让对方重新导出。',
    en: '“{file}” is not whole; the stick may have been pulled out while it was written. Nothing was read; ask for a new export.',
  },
  'bundle.damaged': {
    status: 422,
    zh: '“{file}”已损坏或被改动过，签名不符。未读入任何内容，请让对方重新导出，或换一个U盘。',
    en: '“{file}” is damaged or was changed: its signature does not fit. Nothing was read; ask for a new export or use another stick.',
  },
  'bundle.invalid': {
    status: 422,
    zh: '“{file}”的内容不合格式，未读入任何内容。请双方升级到同一版本的巡记后重新导出。',
    en: 'What is in “{file}” does not have the right form; nothing was read. Update Xunji on both computers and export again.',
  },
  'bundle.wrongReceiver': {
    status: 403,
    zh: '“{file}”不是写给本机的，无法打开。请把本机的名片发给对方，让对方选本机为接收方后重新导出。',
    en: '“{file}” was not written for this computer and cannot be opened. Give the sender the card of this computer and ask for an export that names it as a receiver.',
  },
  'bundle.senderUnknown': {
    status: 403,
    zh: '不认识写“{file}”的电脑，暂不打开。请与对方核对指纹 {fingerprint}，一致后再确认。',
    en: 'The computer that wrote “{file}” is not known, so it was not opened. Compare the fingerprint {fingerprint} with the sender and confirm it if it is the same.',
  },
  'bundle.senderChanged': {
    status: 403,
    zh: '“{file}”自称来自“{name}”的电脑，但密钥与本机所存不同，拒绝打开。请与对方核对指纹，换过电脑的请重新交换名片。',
    en: '“{file}” says that it is from the computer of {name}, but its key is not the one known here; it was refused. Compare fingerprints, and exchange cards again if that computer is new.',
  },
  'bundle.senderRevoked': {
    status: 403,
    zh: '写“{file}”的电脑（{name}）已停用，拒绝打开。如需恢复，请在“数据包”页的往来电脑中取消停用。',
    en: 'The computer that wrote “{file}” ({name}) was revoked here; it was refused. It can be allowed again in the list of computers on the page “Bundles”.',
  },
  'bundle.partMissing': {
    status: 404,
    zh: '数据包共 {parts} 个文件，还缺第 {missing} 个。请把全部文件放在同一文件夹后再打开，现在未读入任何内容。',
    en: 'This bundle has {parts} files; number {missing} is missing. Put all of them into one folder and open it again; nothing was read yet.',
  },
  'bundle.mediumGone': {
    status: 503,
    zh: '读写“{file}”时U盘或共享文件夹断开了（{code}），未完成。请重新插好后再试；原有的数据包没有变动。',
    en: 'The stick or shared folder went away while “{file}” was read or written ({code}). Plug it in and try again; bundles that were there have not changed.',
  },
  'bundle.notVerified': {
    status: 500,
    zh: '写到“{file}”的内容读回来与原文不符，已删除，未完成。U盘可能有坏块，请换一个再导出。',
    en: 'What was written to “{file}” reads back differently and was removed. The stick may be failing; use another one.',
  },
  'bundle.mediumFull': {
    status: 507,
    zh: 'U盘或文件夹空间不足，数据包没有写成，已写的部分已删除。请腾出空间，或不带照片原件导出。',
    en: 'There is no room left on the stick or in the folder. The bundle was not written and its beginning was removed. Free some space, or export without originals.',
  },
  'bundle.canceled': {
    status: 499,
    zh: '已取消，没有留下写了一半的文件。',
    en: 'Canceled; no half-written file was left.',
  },
  'bundle.receiverGone': {
    status: 404,
    zh: '有接收方已停用或已不在往来电脑中，未导出。请重新选择接收方。',
    en: 'A receiver was revoked or is no longer among the known computers; nothing was exported. Choose the receivers again.',
  },
  'bundle.gone': {
    status: 404,
    zh: '这个数据包已不在打开状态，请重新打开。',
    en: 'This bundle is no longer open. Open it again.',
  },
  'bundle.cardWrong': {
    status: 400,
    zh: '这不是完整的电脑名片，未保存。请让对方在“数据包”页重新复制，整段粘贴。',
    en: 'This is not a whole card of a computer and was not kept. Ask for it to be copied again on the page “Bundles”, and paste all of it.',
  },
  'bundle.cardOwn': {
    status: 400,
    zh: '这是本机自己的名片，不用添加。请把它发给对方，在这里添加对方发来的名片。',
    en: 'This is the card of this computer. Send it to the other person, and add the card that you get from them here.',
  },
  'bundle.signerRevoked': {
    status: 422,
    zh: '写这个数据包的电脑或其账号已在单位停用，服务器未接收其中的内容；内容仍在本机，恢复使用后会自动再次提交。请交管理员核对；急需的请摘抄到自己的记录里。',
    en: 'The computer that wrote this bundle, or its account, was revoked by the office, and the server took nothing of it. It is still on this computer, and is handed in again by itself once the office allows that again. Let your administrator look at it; what cannot wait, copy into records of your own.',
  },
  'bundle.writerRevoked': {
    status: 422,
    zh: '写这条内容的电脑已在本机停用：单位服务器收下之前，不再由本机传给别人。如系误停，请在“数据包”页的往来电脑中取消停用。',
    en: 'The computer that wrote this was revoked here: until the office’s server has taken it, this computer hands it on to nobody. If that was a mistake, allow it again in the list of computers on the page “Bundles”.',
  },
  'bundle.signatureWrong': {
    status: 422,
    zh: '这个数据包自称由单位的一台电脑写成，但没有那台电脑的有效签名，服务器未接收其中的内容；内容仍在本机。请让对方重新导出，或自己同步，并告诉管理员核对。',
    en: 'This bundle says that a computer of your office wrote it, but does not bear its signature, and the server took nothing of it. It is still on this computer. Ask for a new export or let that computer sync by itself, and tell your administrator.',
  },
  'bundle.pageStrange': {
    status: 422,
    zh: '这个数据包里有服务器读不了的内容，服务器未接收这一页；内容仍在本机，不会再从本机传给别人。请让对方升级巡记后重新导出，或自己同步，并告诉管理员核对。',
    en: 'There is something in this bundle that the server cannot read, and it did not take this page. It is still on this computer and is handed on to nobody. Let the other side update Xunji and export it again, or sync by itself, and tell your administrator.',
  },
  'bundle.otherOffice': {
    status: 422,
    zh: '这个数据包是另一个单位的数据，本单位服务器未接收其中的内容；内容仍在本机，不会再从本机传给别人。请让对方在自己的单位同步；确需带来的，请对方导出任务文件再导入。',
    en: 'This bundle holds the data of another office, and the server of yours took nothing of it. It is still on this computer and is handed on to nobody. Let the other side sync with its own office; what has to come along goes by an exported tour file.',
  },
  'bundle.foreign': {
    status: 422,
    zh: '“{file}”是另一个单位的数据，本机的数据属于本单位，未读入任何内容。确需带来的，请对方导出任务文件再导入。',
    en: '“{file}” holds the data of another office than this computer’s. Nothing was taken in. What has to come along goes by an exported tour file.',
  },
  'bundle.unproven': {
    status: 422,
    zh: '服务器不认识写这个数据包的电脑，其中内容改按本机账号的权限提交。如被拒收，请让对方的电脑加入单位后自己同步。',
    en: 'The server does not know the computer that wrote this bundle, so what is in it is handed in with the rights of this computer. Where that is refused, let the other computer join the office and sync by itself.',
  },
} as const satisfies Record<string, ProblemText>;
