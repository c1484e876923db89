import type { SampleVisit } from './sample-visit';

const team = '第二组';

export const visitsOfSecondTeam: readonly SampleVisit[] = [
  {
    team,
    order: 4,
    notes: [
      '场区布置40个储能舱，已就位34个，升压站主变11月9日受电成功。舱间防火墙完成16道，余4道正在绑扎钢筋。',
      '随机打开12号舱，气体灭火瓶压力4.2兆帕，在绿区；舱门行程开关未接线。',
    ],
    remarks: [
      {
        speaker: '骆怀堃',
        verb: '强调',
        addressee: '青石千屿新能源有限公司',
        text: '并网时间可以商量，消防验收没有商量。防火墙没有砌完、消防水池没有蓄满，一个舱也不能充电。请企业把剩余工序列成表，挂在项目部墙上，完成一项销一项。',
      },
      {
        speaker: '杭思齐',
        verb: '指出',
        addressee: '青石千屿新能源有限公司',
        text: '涉网试验一共17项，目前资料只交了9项。调度机构每月15日集中受理，错过12月这一批就要等到明年，请今晚就把缺的资料核对清楚。',
      },
    ],
    issues: [
      {
        title: '储能舱舱门行程开关未接入联动',
        description:
          '抽查12号、13号、27号3个储能舱，舱门行程开关均未接线，开门时声光报警和排风不联动，与设计图纸不符。',
        category: '消防安全',
        severity: 'major',
        responsibleUnit: '青石千屿新能源有限公司',
        solvedOnSite: false,
        photos: ['08-storage-cabinets.jpg'],
      },
    ],
    photos: ['08-storage-cabinets.jpg'],
    answers: {
      permit: 'no',
      permit_missing: ['fire'],
      progress: 'on_plan',
      workers: 74,
      hazard_work: ['lifting', 'confined'],
      work_ticket: 'yes',
      fire_lane: 'yes',
      last_drill: '2026-10-11',
      equipment_rate: 85,
      request: '希望提前预约12月消防验收。',
    },
  },
  {
    team,
    order: 6,
    notes: [
      '一期管片、管桩生产线已试产，蒸养窑6座。堆场存放直径800毫米管约310根，最高码到五层。建筑垃圾破碎线正在装除尘管道。',
      '固废处理能力设计60万吨，企业反映县内一年只能收到约21万吨，原料缺口较大。',
    ],
    remarks: [
      {
        speaker: '穆清徽',
        verb: '指出',
        addressee: '青石县人民政府',
        text: '装配式构件的市场半径不过150公里，规模上去之前先要把订单锁住。县里的学校、安置房项目能用的要优先用，价格随行就市，质量由第三方说了算。',
      },
    ],
    issues: [
      {
        title: '管材堆场超高码放且无防滚措施',
        description:
          '堆场东侧管材码放五层，高约4.1米，超过产品说明书规定的三层；底层两侧没有楔木和挡桩，距人行便道不足1.5米。',
        category: '安全生产',
        severity: 'major',
        responsibleUnit: '云澜固基新型建材有限公司青石分公司',
        solvedOnSite: true,
        solution:
          '现场用龙门吊将第四、五层全部移至西侧空场，底层两侧加打钢挡桩16根，便道一侧拉设警戒带并改道；骆怀堃同志离开前复看，已全部到位。',
        photos: ['03-pipe-yard.jpg'],
      },
    ],
    photos: ['03-pipe-yard.jpg'],
    answers: {
      permit: 'yes',
      progress: 'behind',
      delay_days: 9,
      workers: 131,
      hazard_work: ['lifting', 'hot_work'],
      work_ticket: 'no',
      fire_lane: 'yes',
      last_drill: '2026-06-18',
      equipment_rate: 78.6,
      request: '希望建立全县建筑垃圾统一清运调配机制。',
    },
  },
  {
    team,
    order: 10,
    notes: [
      '项目11月3日开工，正在场平，挖方约9万立方米，完成四成。现场2台挖掘机、11台渣土车，东侧临时道路已铺碎石。',
    ],
    remarks: [
      {
        speaker: '慕容景和',
        verb: '要求',
        addressee: '柳河和风电力装备有限公司',
        text: '裸土覆盖、湿法作业、出场冲洗，三样缺一样就停一样。扬尘在线监测要接到县局平台，数据不能靠手工填。今晚先把六千平方米裸土盖上，明早传照片。',
      },
      {
        speaker: '骆怀堃',
        verb: '强调',
        addressee: '柳河县人民政府',
        text: '开工不是剪个彩就算数，要看见桩机、看见人。县里要把施工图审查和桩基施工并联起来，年前务必完成首批120根桩。',
      },
    ],
    issues: [
      {
        title: '土方裸露未覆盖，出口未设冲洗台',
        description:
          '场地北侧约6000平方米土方裸露未覆盖，当日风力4级，扬尘明显；渣土车出口没有冲洗平台，长风路带泥约80米。',
        category: '生态环境',
        severity: 'major',
        responsibleUnit: '柳河和风电力装备有限公司',
        solvedOnSite: false,
        photos: ['09-earthwork.jpg'],
      },
    ],
    photos: ['09-earthwork.jpg'],
    answers: {
      permit: 'no',
      permit_missing: ['construction', 'energy'],
      progress: 'behind',
      delay_days: 21,
      delay_reason: '施工图审查意见两次退回。设计单位已驻场修改，11月27日前重新报审。',
      workers: 29,
      hazard_work: ['none'],
      fire_lane: 'yes',
      equipment_rate: 0,
      request: '希望先行办理桩基部分施工许可。',
    },
  },
  {
    team,
    order: 14,
    notes: [
      '浸出、萃取两个车间主体完成，储罐区8只立式罐就位，其中硫酸罐2只、碱液罐2只，水压试验报告齐全。',
      '围堰内积水约5厘米，有一处竖向裂缝渗水。雨水切换阀为手动，值班人员能够说清关闭程序。',
    ],
    remarks: [
      {
        speaker: '骆怀堃',
        verb: '要求',
        addressee: '松岭铂冶循环科技有限公司',
        text: '做循环经济的企业，自己的环保账首先要过硬。围堰没有修好、事故池没有试水之前，储罐不得进料。请生态环境局会同松岭区在12月5日前到现场再看一次，看不到位就不放行。',
      },
      {
        speaker: '蒙启纶',
        verb: '强调',
        addressee: '松岭区应急管理局',
        text: '试生产方案要组织专家评审，不能以设备单机调试的名义变相投料。重大危险源辨识和备案与建设同步，不留空档。',
      },
    ],
    issues: [
      {
        title: '储罐区围堰开裂渗水',
        description:
          '硫酸储罐围堰南侧有一条竖向裂缝，长约0.9米，最宽处3毫米，有渗水痕迹；围堰内防腐层两处鼓包，面积合计约0.6平方米。',
        category: '生态环境',
        severity: 'critical',
        responsibleUnit: '松岭铂冶循环科技有限公司',
        solvedOnSite: false,
        photos: ['06-tank-farm.jpg'],
      },
    ],
    photos: ['06-tank-farm.jpg'],
    answers: {
      permit: 'yes',
      progress: 'on_plan',
      workers: 97,
      hazard_work: ['hot_work', 'height', 'confined'],
      work_ticket: 'yes',
      edge_guard: 'yes',
      fire_lane: 'yes',
      last_drill: '2026-10-22',
      equipment_rate: 91.4,
    },
  },
];
