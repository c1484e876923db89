import type { zhOffice } from './zh-office';

export const enOffice: typeof zhOffice = {
  title: 'Join an office',
  hint: 'Paste the card (one line of text) that your administrator gave you, or enter the server’s address and the code.',
  card: 'Card',
  cardWrong: 'This is not a whole card. Copy the complete line again.',
  byHand: 'Enter by hand',
  address: 'Server address',
  addressHint: 'begins with https://',
  code: 'Code',
  codeHint: '10 letters and digits, good for one laptop',
  printCard: 'Save as PDF to print',
  join: 'Join',
  joining: 'Joining…',
  compare:
    'Compare the server’s fingerprint with your administrator by telephone; join only if it is the same:',
  same: 'It is the same: join',
  cancel: 'Cancel',
  handsOver:
    'There are {{n}} tour(s) on this computer. After joining, all tours and the whole register of this computer go to this office.',
  office: 'Office',
  unnamed: '(no name)',
  unnamedFormer: 'the former office',
  unnamedNew: 'the new office',
  account: 'Account',
  accountValue: '{{name}} ({{login}}), {{role}}',
  server: 'Server',
  readsOnly:
    'Your account (leader) reads: the central server takes nothing that is written on this computer. Ask your administrator if you need to write.',
  nothingToRead: 'What others write stands here once it has reached this computer.',
  roles: {
    inspector: 'Inspector',
    secretary: 'Secretary',
    administrator: 'Administrator',
    leader: 'Leader',
  },
  leave: 'Leave this office',
  leaveAsk:
    'This computer will no longer sync with “{{office}}”; everything on it stays. Joining again takes a new code.',
  leaveYes: 'Leave',
  otherTitle: 'What is here belongs to “{{former}}” and is not given to “{{office}}”',
  otherWhat:
    '“{{office}}” knows this computer now; nothing was sent yet. After the change the tours, photos, register and known computers of “{{former}}” stay on this computer as they are, neither shown nor sent; they come back when you join “{{former}}” again, and what it still lacks goes to it then.',
  otherMove: 'To take a tour along, export it to a tour file first and import it after the change.',
  otherYes: 'Close Xunji; change at its next start',
  otherNo: 'Do not change; keep the data of “{{former}}”',
};
