import type { Language } from '../problems';

interface RoadWords {
  readonly title: string;
  /** In their order; the last one is about the fingerprint. */
  readonly steps: readonly string[];
  readonly notes: readonly string[];
}

interface CardPageWords {
  readonly facts: Readonly<
    Record<'of' | 'holder' | 'until' | 'fingerprint' | 'code' | 'office' | 'hub', string>
  >;
  readonly office: RoadWords;
  readonly hub: RoadWords;
}

/** The printed words of a card with which a computer joins; the names of buttons and pages are those of the app. */
export const cardPageWords: Readonly<Record<Language, CardPageWords>> = {
  zh: {
    facts: {
      of: '单位',
      holder: '使用人',
      until: '有效至',
      fingerprint: '服务器指纹',
      code: '登记码',
      office: '服务器地址',
      hub: '枢纽地址',
    },
    office: {
      title: '入网卡',
      steps: [
        '在要入网的电脑上打开巡记，点“设置”，找到“入网”。',
        '能扫码：扫出的那一行文字，原样粘贴到“入网卡”。',
        '不能扫码：点“手工填写”，照抄服务器地址和登记码。',
        '手工填写后，屏幕上显示的服务器指纹必须与本卡逐位相同；不同就不要入网，请告诉管理员。',
      ],
      notes: ['只能用一次，只能入网一台电脑。请当面交给本人，入网后销毁；遗失请立即告诉管理员。'],
    },
    hub: {
      title: '小组枢纽加入卡',
      steps: [
        '连到与枢纽电脑相同的无线网络或手机热点，打开巡记，点“设置”，找到“小组枢纽”，点“加入小组枢纽”。',
        '能扫码：扫出的那一行文字，原样粘贴到“加入卡”。',
        '不能扫码：照抄枢纽地址和登记码（即加入码）。',
        '手工填写后，屏幕上显示的指纹必须与本卡逐位相同；不同就不要加入，请告诉枢纽电脑的使用人。',
      ],
      notes: ['24 小时内有效，只能用一次，只能加入一台电脑。枢纽换了网络，地址会变，请重新生成。'],
    },
  },
  en: {
    facts: {
      of: 'Office',
      holder: 'For',
      until: 'Good until',
      fingerprint: 'Server fingerprint',
      code: 'Code',
      office: 'Server address',
      hub: 'Hub address',
    },
    office: {
      title: 'Card to join the office',
      steps: [
        'On the computer that joins, open Xunji, then Settings, and find “Join an office”.',
        'If you can scan: paste the one line that the scan gives into “Card”, as it is.',
        'If you cannot: choose “Enter by hand” and copy the server address and the code.',
        'After entering by hand, the fingerprint on the screen must be the one on this card, digit by digit. If it is not, do not join, and tell your administrator.',
      ],
      notes: [
        'Good once, for one computer. Hand it to its user in person and destroy it after joining; tell your administrator at once if it is lost.',
      ],
    },
    hub: {
      title: 'Card to join the team hub',
      steps: [
        'Join the same wireless network or hotspot as the hub, open Xunji, then Settings, find “Team hub” and choose to join one.',
        'If you can scan: paste the one line that the scan gives into the field of the card, as it is.',
        'If you cannot: copy the hub address and the code.',
        'After entering by hand, the fingerprint on the screen must be the one on this card, digit by digit. If it is not, do not join, and tell whoever sits at the hub.',
      ],
      notes: [
        'Good for 24 hours, once, for one computer. When the hub changes its network its address changes: make a new card.',
      ],
    },
  },
};
