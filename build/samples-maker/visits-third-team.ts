import type { SampleVisit } from './sample-visit';

const team = '第三组';

export const visitsOfThirdTeam: readonly SampleVisit[] = [
  {
    team,
    order: 1,
    notes: [
      '1至10月产值4.08亿元，税收2310万元，产能利用率93.5%，今年一季度达到设计产能。传感器标定实验室通过国家认可复评审。',
      '仓储靠租用园区两处旧厂房，合计3800平方米，租约明年5月到期。',
    ],
    remarks: [
      {
        speaker: '白砚秋',
        verb: '鼓励',
        addressee: '东塘锐衡传感技术有限公司',
        text: '企业用三年走完别人五年的路，靠的是把一个小零件做到极致。希望继续守住主业，把车规级产品做出来。开发区要把这样的企业当成种子，帮它生根，也帮它结果。',
      },
    ],
    issues: [],
    photos: [],
    answers: {
      permit: 'yes',
      progress: 'ahead',
      workers: 287,
      hazard_work: ['none'],
      fire_lane: 'yes',
      last_drill: '2026-11-03',
      request: '旧厂房租约到期前，希望在东塘一路周边落实用地20亩。',
    },
  },
  {
    team,
    order: 2,
    notes: [
      '二期厂房外立面完成，生箔机到货36台，安装18台。废水站土建完成，膜组件未到。一期当日产量52吨，铜箔最薄4.5微米。',
      '企业反映电价峰谷差扩大后，每吨成本上升约410元，已申请参加绿电直供试点。',
    ],
    remarks: [
      {
        speaker: '白砚秋',
        verb: '指出',
        addressee: '东塘瀚铜新材料有限公司',
        text: '厂房建得快，环保设施不能跟在后面跑。废水站与主线必须同步调试，膜组件的到货时间要写进合同，盯到发货。宁可晚投产十天，不能带病开一小时。',
      },
      {
        speaker: '柏舒窈',
        verb: '要求',
        addressee: '各有关单位',
        text: '绿电直供的申报材料由营销部上门代办，企业只需提供负荷曲线和用电计划。同类企业一并摸排，12月底前拿出名单。',
      },
    ],
    issues: [
      {
        title: '废水处理站膜组件未到货',
        description:
          '二期废水处理站反渗透膜组件原定10月20日到货，因供应商排产推迟，至今未发货，可能造成主线与环保设施不同步。',
        category: '工程进度',
        severity: 'major',
        responsibleUnit: '东塘瀚铜新材料有限公司',
        solvedOnSite: false,
        photos: ['01-plant-gate.jpg'],
      },
    ],
    photos: ['01-plant-gate.jpg'],
    answers: {
      permit: 'yes',
      progress: 'behind',
      delay_days: 15,
      workers: 176,
      hazard_work: ['hot_work', 'lifting', 'confined'],
      work_ticket: 'yes',
      fire_lane: 'yes',
      last_drill: '2026-09-10',
      equipment_rate: 72.9,
      request: '申请列入绿电直供试点。',
    },
  },
  {
    team,
    order: 6,
    notes: [
      '总装场地正在合拢一台40吨门机主梁，另有2台在涂装。焊缝超声检测报告抽看5份，其中1份缺检测人员签字，已当场要求补齐并注明日期。',
    ],
    remarks: [
      {
        speaker: '隋明岫',
        verb: '要求',
        addressee: '东塘巨擘起重机械有限公司',
        text: '自己造起重机的企业，更要把吊装规矩立起来。警戒区、指挥员、对讲机一样不能少，外协队伍与本厂工人同一个标准、同一张考卷。',
      },
      {
        speaker: '白砚秋',
        verb: '强调',
        addressee: '东塘开发区管理委员会',
        text: '这类大件出厂要过两座桥，运输方案宜早不宜迟。请开发区会同交通、公安在月底前把路线定下来，限高杆该拆的拆、该改的改，不要等设备造好了出不了门。',
      },
    ],
    issues: [
      {
        title: '吊装作业半径内未设警戒',
        description:
          '主梁合拢作业时，门吊作业半径内没有警戒带和专人值守，2名涂装工人从吊物下方穿行，指挥人员未佩戴袖标。',
        category: '安全生产',
        severity: 'major',
        responsibleUnit: '东塘巨擘起重机械有限公司',
        solvedOnSite: true,
        solution:
          '立即停止吊装，清场后拉设警戒带120米，增派值守2人，指挥人员佩戴袖标和对讲机；班组现场补做安全交底，9人签字后恢复作业。',
        photos: ['07-gantry-yard.jpg'],
      },
    ],
    photos: ['07-gantry-yard.jpg'],
    answers: {
      permit: 'yes',
      progress: 'on_plan',
      workers: 153,
      hazard_work: ['hot_work', 'height', 'lifting'],
      work_ticket: 'no',
      edge_guard: 'yes',
      fire_lane: 'yes',
      last_drill: '2026-10-09',
      equipment_rate: 88,
      request: '希望尽早确定大件运输路线。',
    },
  },
  {
    team,
    order: 14,
    notes: [
      '光伏区分12个方阵，支架桩完成1.86万根，组件安装68兆瓦。渔场承包户48户，补偿款发放到44户，余4户对水面面积有异议。',
      '3号方阵抽查螺栓20颗，有3颗扭矩不足，施工方当场复紧，记入质检台账。',
    ],
    remarks: [
      {
        speaker: '白砚秋',
        verb: '强调',
        addressee: '南浦市人民政府',
        text: '上面发电、下面养鱼，两头都要算得过账，群众才会真心支持。剩下4户要面对面谈，水面重新测一次，测量请群众代表在场。补偿不能拖到年关。',
      },
      {
        speaker: '楚南星',
        verb: '指出',
        addressee: '南浦煦阳光伏电力有限公司',
        text: '桩距和净空直接关系到拖网和投饵船，图纸上写的是最低水位以上2.5米，现场要以枯水期实测为准。',
      },
    ],
    issues: [
      {
        title: '部分支架螺栓扭矩不足',
        description:
          '3号方阵抽查支架连接螺栓20颗，3颗扭矩低于设计值，最低为设计值的七成；班组自检记录却全部填写合格。',
        category: '质量管理',
        severity: 'minor',
        responsibleUnit: '南浦煦阳光伏电力有限公司',
        solvedOnSite: true,
        solution: '施工班组用扭矩扳手当场复紧并画线标记，对3号方阵已装螺栓全部复检，当日16时30分前完成。',
        photos: ['05-solar-array.jpg'],
      },
    ],
    photos: ['05-solar-array.jpg'],
    answers: {
      permit: 'yes',
      progress: 'behind',
      delay_days: 18,
      delay_reason: '4户水面补偿未谈妥，11号、12号方阵不能打桩。重新测量后签约，桩机随时进场。',
      workers: 205,
      hazard_work: ['lifting', 'height'],
      work_ticket: 'yes',
      edge_guard: 'yes',
      fire_lane: 'yes',
      last_drill: '2026-08-27',
      equipment_rate: 74.3,
    },
  },
  {
    team,
    order: 18,
    notes: [
      '规划用地126亩，围挡完成，已平整约50亩。地块西北角还有高压线杆2基、养殖棚1处，桩基单位已在南侧待命。',
    ],
    remarks: [
      {
        speaker: '阮伯庸',
        verb: '要求',
        addressee: '南浦市自然资源局',
        text: '净地出让的承诺要兑现，迁改没有完成就不能算交地。请把线杆迁改、养殖棚清理排出日期，逐项落实到人，交地确认书以现场踏勘为准。',
      },
      {
        speaker: '白砚秋',
        verb: '要求',
        addressee: '南浦市人民政府',
        text: '企业带着队伍在等，多等一天就是一天的成本。12月15日前两基线杆必须迁走，做不到的话由市里来开协调会，会上只谈哪天完成。',
      },
    ],
    issues: [
      {
        title: '地块西北角线杆和养殖棚未迁移',
        description:
          '地块西北角10千伏线杆2基、养殖棚1处（约420平方米）未迁移，影响约31亩用地交付和1号厂房桩基施工。',
        category: '要素保障',
        severity: 'major',
        responsibleUnit: '南浦市人民政府',
        solvedOnSite: false,
        photos: ['11-open-plot.jpg'],
      },
    ],
    photos: ['11-open-plot.jpg'],
    answers: {
      permit: 'no',
      permit_missing: ['land', 'construction'],
      progress: 'behind',
      delay_days: 40,
      delay_reason: '净地未全部交付。先施工南侧2号厂房桩基，待线杆迁走后补北侧。',
      workers: 18,
      hazard_work: ['none'],
      fire_lane: 'yes',
      equipment_rate: 0,
      request: '请尽快完成净地交付。',
    },
  },
];
