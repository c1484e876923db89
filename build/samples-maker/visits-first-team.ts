import type { SampleVisit } from './sample-visit';

const team = '第一组';

export const visitsOfFirstTeam: readonly SampleVisit[] = [
  {
    team,
    order: 1,
    notes: [
      '主厂房为三层钢结构，钢柱、钢梁吊装完成约八成，二层楼承板正在铺设，塔吊1台在岗。企业称11月底封顶，明年3月进设备。',
      '石英砂提纯线的酸洗槽、浮选机已下单，合同交货期为2027年2月15日。现场未见设备基础预埋图，请企业补送。',
    ],
    remarks: [
      {
        speaker: '顾承昇',
        verb: '强调',
        addressee: '云澜鑫淼新材料有限公司',
        text: '进度要抢，但安全的底线一步也不能退。三层临边今天下午就要拉起护栏，没有防护到位，上面一个人也不许上。封顶节点倒排到天，每周向区里报一次实物量。',
      },
      {
        speaker: '翟稼轩',
        verb: '要求',
        addressee: '临江区住房和城乡建设局',
        text: '钢结构安装的专项方案要对照现场再核一遍，高强螺栓终拧记录要逐层备查。质监员每周至少到场两次，发现问题当场留痕。',
      },
    ],
    issues: [
      {
        title: '主厂房三层东侧临边未设防护栏杆',
        description:
          '主厂房三层东侧约24米长临边没有防护栏杆和挡脚板，楼承板铺设作业面同时有6名工人，安全带只有2人系挂在生命线上。',
        category: '安全生产',
        severity: 'major',
        responsibleUnit: '云澜鑫淼新材料有限公司',
        solvedOnSite: false,
        photos: ['02-steel-frame.jpg'],
      },
    ],
    photos: ['02-steel-frame.jpg'],
    answers: {
      permit: 'yes',
      progress: 'on_plan',
      workers: 86,
      hazard_work: ['height', 'lifting', 'hot_work'],
      work_ticket: 'yes',
      edge_guard: 'no',
      fire_lane: 'yes',
      last_drill: '2026-09-24',
      equipment_rate: 12.5,
      request: '厂区西侧临时用电容量不足，希望供电公司增容400千伏安。',
    },
  },
  {
    team,
    order: 2,
    notes: [
      '二号车间已有3条龙门铣床装配线投用，新增的4号线正在安装立柱导轨。1至10月产值2.36亿元，同比增长17.4%，在手订单排到明年6月。',
    ],
    remarks: [
      {
        speaker: '顾承昇',
        verb: '鼓励',
        addressee: '云澜堃德智能装备制造有限公司',
        text: '主轴精度能做到这个水平，说明研发投入没有白花。希望企业把首台套用好，带着本地配套厂一起往前走。市里支持你们把检测中心建起来，向同行开放。',
      },
    ],
    issues: [
      {
        title: '二号车间32吨行车起升限位器失灵',
        description:
          '现场试吊时，二号车间北跨32吨行车吊钩升至上极限未自动断电，司机手动停车。设备检验合格标志有效期至2026年10月31日，已过期20天。',
        category: '安全生产',
        severity: 'critical',
        responsibleUnit: '云澜堃德智能装备制造有限公司',
        solvedOnSite: false,
        photos: ['04-workshop.jpg'],
      },
    ],
    photos: ['04-workshop.jpg'],
    answers: {
      permit: 'yes',
      progress: 'ahead',
      workers: 214,
      hazard_work: ['lifting'],
      work_ticket: 'yes',
      fire_lane: 'yes',
      last_drill: '2026-10-15',
    },
  },
  {
    team,
    order: 5,
    notes: [
      '冷库库容10.2万立方米，分五个温区，11月12日通过竣工验收。制冷采用二氧化碳复叠系统，机房设有浓度报警，试报警一次，风机12秒内联动。',
      '装卸月台24个，当天使用9个。铁路货场至园区的最后1.6公里仍靠短驳，企业测算每柜多花约230元。',
    ],
    remarks: [
      {
        speaker: '顾承昇',
        verb: '指出',
        addressee: '临江区人民政府',
        text: '冷库建起来了，货从哪里来是下一篇文章。区里要牵头把渔港、批发市场和这座库连成一条线，先把省内的常温货源拉进来，再谈出口。开票、报检能在园区办的就不要让司机跑城里。',
      },
    ],
    issues: [
      {
        title: '三号库北侧消防通道堆放托盘',
        description:
          '三号库北侧消防通道堆放空托盘和缠绕膜约40垛，通道净宽由4米缩至不足2米，消防车无法通行，室外消火栓SX-07被遮挡。',
        category: '消防安全',
        severity: 'major',
        responsibleUnit: '临江港联冷链物流有限公司',
        solvedOnSite: true,
        solution:
          '企业当场调来2台叉车，25分钟内将托盘全部移入南侧堆场，恢复4米净宽，并在地面补喷禁停标线；消防救援支队现场复核，消火栓出水正常。',
        photos: ['12-blocked-lane.jpg'],
      },
    ],
    photos: ['12-blocked-lane.jpg'],
    answers: {
      permit: 'yes',
      progress: 'on_plan',
      workers: 63,
      hazard_work: ['none'],
      fire_lane: 'no',
      last_drill: '2026-11-06',
      equipment_rate: 100,
      request: '希望协调开通铁路货场至园区的短驳专用道。',
    },
  },
  {
    team,
    order: 6,
    notes: [
      '电芯一线日产4.1万支，良品率96.8%。化成车间温度24.6℃，烟雾与氢气探测器在线。成品周转库临时存放待检电芯，货架五层。',
    ],
    remarks: [
      {
        speaker: '滕立澍',
        verb: '要求',
        addressee: '云澜昇辉储能科技有限公司',
        text: '待检电芯和合格品必须分库，荷电状态高于30%的一律不得进周转库。今天先停止入库，三天之内把隔离方案报到应急局。夜班值守人员要会用灭火毯和水浸箱，光会打电话不行。',
      },
      {
        speaker: '顾承昇',
        verb: '强调',
        addressee: '各有关单位',
        text: '储能是我市的新支柱，越是好势头越要把安全做在前面。应急、消防和工信三家要共同给电池企业定一张清单，一厂一册，按册检查。',
      },
    ],
    issues: [
      {
        title: '成品周转库待检电芯与合格品混放',
        description:
          '周转库B区第三、四排货架待检电芯与合格品混放，其中17箱标签注明荷电状态50%；两排货架间距实测1.1米，小于企业规程规定的1.8米。',
        category: '消防安全',
        severity: 'critical',
        responsibleUnit: '云澜昇辉储能科技有限公司',
        solvedOnSite: false,
        photos: ['10-warehouse-racks.jpg'],
      },
      {
        title: '库区东门应急照明不亮',
        description: '切断照明电源后，东门上方2盏应急照明灯未点亮，其余11盏正常。',
        category: '消防安全',
        severity: 'minor',
        responsibleUnit: '云澜昇辉储能科技有限公司',
        solvedOnSite: true,
        solution: '值班电工当场更换2只蓄电池，再次断电测试，13盏全部点亮，持续照明30分钟以上。',
        photos: ['10-warehouse-racks.jpg'],
      },
    ],
    photos: ['10-warehouse-racks.jpg'],
    answers: {
      permit: 'yes',
      progress: 'ahead',
      workers: 342,
      hazard_work: ['none'],
      fire_lane: 'yes',
      last_drill: '2026-08-19',
    },
  },
  {
    team,
    order: 13,
    notes: [
      '厂房已封闭，4台压铸岛到货2台，最大锁模力4500吨。熔炼区地坪正在养护，集中熔化炉的基础比图纸低了4厘米，施工方已出修补方案。',
      '10千伏专线路径在规划绿线处卡住，电缆沟完成620米，剩380米未开挖。',
    ],
    remarks: [
      {
        speaker: '苗一苇',
        verb: '指出',
        addressee: '云澜𬭎泰精密铸造有限公司',
        text: '专线剩下的380米不是技术问题，是路径审批没有闭合。供电公司下周一派人驻点，与园林、规划一次踏勘、一次会签，路径批复后20天内送电。',
      },
      {
        speaker: '沈砚舟',
        verb: '要求',
        addressee: '望湖区人民政府',
        text: '压铸岛到货却没有电用，账要算在服务上。请区里把绿线调整作为专项办理，明确一名副区长盯到送电为止，结果报市发改委备案。',
      },
    ],
    issues: [
      {
        title: '10千伏专线路径审批滞后影响设备调试',
        description:
          '专线电缆沟有380米穿越规划绿线，审批自9月8日提交后尚未批复，预计影响首台压铸岛调试30天以上。',
        category: '要素保障',
        severity: 'major',
        responsibleUnit: '望湖区人民政府',
        solvedOnSite: false,
        photos: [],
      },
    ],
    photos: [],
    answers: {
      permit: 'no',
      permit_missing: ['planning'],
      progress: 'behind',
      delay_days: 32,
      delay_reason: '供电专线路径未批复。先租用1250千伏安移动变电站，保证1号压铸岛单机调试。',
      workers: 118,
      hazard_work: ['hot_work', 'lifting'],
      work_ticket: 'yes',
      fire_lane: 'yes',
      last_drill: '2026-07-30',
      equipment_rate: 50,
      request: '请协调供电专线路径审批，并帮助招聘压铸技师20名。',
    },
  },
  {
    team,
    order: 17,
    notes: [
      '组件车间8条产线已安装5条，屋面自用光伏6.2兆瓦并网发电，地面示范阵列用于新组件衰减测试。企业现有员工460人，满产需要1100人。',
    ],
    remarks: [
      {
        speaker: '欧阳梓墨',
        verb: '要求',
        addressee: '各有关单位',
        text: '企业的流动资金缺口是阶段性的，不能一看光伏两个字就压贷。请牵头银行按订单和回款核定额度，12月10日前给企业一个明确答复，行就是行，不行也要说明缘由。',
      },
      {
        speaker: '顾承昇',
        verb: '鼓励',
        addressee: '云澜曜日光伏科技有限公司',
        text: '行业在低谷，你们仍然按期投设备，这份定力难得。要把省下来的每一分钱投到转换效率上，等市场回来时站在前排。',
      },
    ],
    issues: [
      {
        title: '串焊工序用工缺口约640人',
        description: '企业满产需员工1100人，现有460人，其中串焊、层压两道工序缺口最大；宿舍仅有床位500个。',
        category: '要素保障',
        severity: 'minor',
        responsibleUnit: '北辰新区管理委员会',
        solvedOnSite: false,
        photos: [],
      },
    ],
    photos: [],
    answers: {
      permit: 'yes',
      progress: 'on_plan',
      workers: 460,
      hazard_work: ['height'],
      edge_guard: 'yes',
      fire_lane: 'yes',
      last_drill: '2026-10-28',
      equipment_rate: 62.5,
      request: '希望协调人才公寓床位300个，并对接职业院校冬季实习。',
    },
  },
];
