import type { ChecklistChoice, ChecklistTemplate } from './checklist-template';

const choice = (name: string, zh: string, en: string): ChecklistChoice => ({ name, label: { zh, en } });

const yesNo = [choice('yes', '是', 'Yes'), choice('no', '否', 'No')];

/** 安全生产与项目推进检查表: what a team asks at every stop; most questions appear only where they apply. */
export const presetTemplate: ChecklistTemplate = {
  title: { zh: '安全生产与项目推进检查表', en: 'Work safety and project progress checklist' },
  version: '2026-11',
  items: [
    {
      name: 'intro',
      type: 'note',
      label: {
        zh: '逐项现场核实后填写，不以听汇报代替查看。',
        en: 'Fill in after checking on site; a report heard is not a check.',
      },
    },
    {
      name: 'permit',
      type: 'select_one',
      label: { zh: '开工（生产）所需手续是否齐全', en: 'Are all permits for work or production in hand?' },
      required: true,
      choices: yesNo,
    },
    {
      name: 'permit_missing',
      type: 'select_multiple',
      label: { zh: '尚缺哪些手续', en: 'Which permits are missing?' },
      required: true,
      relevant: "${permit} = 'no'",
      choices: [
        choice('land', '用地手续', 'Land use'),
        choice('planning', '规划许可', 'Planning permit'),
        choice('construction', '施工许可', 'Construction permit'),
        choice('environment', '环评批复', 'Environmental approval'),
        choice('energy', '节能审查', 'Energy review'),
        choice('fire', '消防验收', 'Fire acceptance'),
      ],
    },
    {
      name: 'progress',
      type: 'select_one',
      label: { zh: '项目进度与年度计划相比', en: 'Progress against the plan of the year' },
      required: true,
      choices: [
        choice('ahead', '快于计划', 'Ahead'),
        choice('on_plan', '符合计划', 'On plan'),
        choice('behind', '慢于计划', 'Behind'),
      ],
    },
    {
      name: 'delay_days',
      type: 'integer',
      label: { zh: '滞后天数', en: 'Days behind' },
      hint: { zh: '按关键线路计算', en: 'Counted on the critical path' },
      required: true,
      relevant: "${progress} = 'behind'",
    },
    {
      name: 'delay_reason',
      type: 'text',
      label: { zh: '滞后原因及补救措施', en: 'Why, and what will be done' },
      relevant: "${progress} = 'behind' and ${delay_days} > 15",
    },
    {
      name: 'workers',
      type: 'integer',
      label: { zh: '现场作业人数', en: 'People at work on site' },
      hint: { zh: '含劳务分包人员', en: 'Subcontractors included' },
      required: true,
    },
    {
      name: 'hazard_work',
      type: 'select_multiple',
      label: { zh: '当日有哪些危险作业', en: 'Hazardous work today' },
      required: true,
      choices: [
        choice('hot_work', '动火作业', 'Hot work'),
        choice('height', '高处作业', 'Work at height'),
        choice('lifting', '吊装作业', 'Lifting'),
        choice('confined', '有限空间作业', 'Confined space'),
        choice('none', '无', 'None'),
      ],
    },
    {
      name: 'work_ticket',
      type: 'select_one',
      label: { zh: '作业票与现场监护是否到位', en: 'Are work tickets and a watcher in place?' },
      required: true,
      relevant:
        "selected(${hazard_work}, 'hot_work') or selected(${hazard_work}, 'lifting') or selected(${hazard_work}, 'confined')",
      choices: yesNo,
    },
    {
      name: 'edge_guard',
      type: 'select_one',
      label: { zh: '临边洞口防护是否齐全', en: 'Are edges and openings guarded?' },
      relevant: "selected(${hazard_work}, 'height')",
      choices: yesNo,
    },
    {
      name: 'fire_lane',
      type: 'select_one',
      label: { zh: '消防通道是否畅通', en: 'Are the fire lanes clear?' },
      required: true,
      choices: yesNo,
    },
    {
      name: 'last_drill',
      type: 'date',
      label: { zh: '最近一次应急演练日期', en: 'Date of the last emergency drill' },
    },
    {
      name: 'equipment_rate',
      type: 'decimal',
      label: { zh: '主要设备到货率（%）', en: 'Main equipment delivered (%)' },
      relevant: "${progress} != 'ahead'",
    },
    {
      name: 'request',
      type: 'text',
      label: { zh: '企业提出的诉求', en: 'What the enterprise asks for' },
      hint: { zh: '没有可不填', en: 'Leave empty if none' },
    },
  ],
};
