import type { zhSending } from './zh-sending';

export const enSending: typeof zhSending = {
  marks: {
    local: 'On this computer',
    sending: 'Being sent',
    sent: 'Delivered',
    refused: 'Refused',
    files: '{{n}} file(s) to send',
    filesMissing: '{{n}} original(s) not here yet',
  },
};
