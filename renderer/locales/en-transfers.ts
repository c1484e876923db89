import type { zhTransfers } from './zh-transfers';

export const enTransfers: typeof zhTransfers = {
  title: 'Files on their way',
  running: '{{n}} on their way',
  waiting: 'Waiting',
  left: '{{size}} left',
  speed: '{{size}}/s',
  time: 'about {{time}}',
  between: ' · ',
  paused: 'Files are paused; text goes on as usual',
  pause: 'Pause files',
  goOn: 'Go on',
  one: '{{percent}}% · {{size}}/s',
  oneWithTime: '{{percent}}% · {{size}}/s · about {{time}}',
  first: 'Of photos first',
  firsts: { thumbs: 'Small pictures', originals: 'Originals' },
  firstHint: 'With small pictures first, others see your photos at once; the originals follow.',
  order: 'Order',
  orders: { newest: 'Newest first', smallest: 'Smallest first' },
  limit: 'Limit',
  perSecond: 'KB/s',
  limitHint: 'For what is sent and what is fetched together; 0 is no limit.',
};
