import type { NewRecord } from './add-records';

type Row = Readonly<Record<string, string>>;

const zh = (text: string) => ({ 'label::中文 (zh)': text });
const both = (chinese: string, english: string) => ({ ...zh(chinese), 'label::English (en)': english });

/** Every type of question once, with groups, repeats, points and messages in two languages. */
export function hazardChecklist(id: string, more: Readonly<Record<string, string>> = {}): NewRecord {
  const survey: readonly Row[] = [
    { type: 'note', name: 'intro', ...both('逐项查看，不适用的选“不适用”。', 'Look at every item.') },
    {
      type: 'select_one rating',
      name: 'exits',
      ...both('消防通道是否畅通', 'Are the fire exits clear?'),
      required: 'yes',
      xunji_weight: '2',
    },
    { type: 'select_one rating', name: 'lamps', ...both('应急照明是否完好', 'Do the emergency lamps work?') },
    {
      type: 'text',
      name: 'why',
      ...both('通道不畅的原因', 'Why are the exits not clear?'),
      relevant: "${exits} = 'fail'",
      required: 'yes',
      'required_message::中文 (zh)': '请写明原因',
      'required_message::English (en)': 'Say why',
    },
    { type: 'begin group', name: 'people', ...both('人员', 'People') },
    {
      type: 'integer',
      name: 'workers',
      ...both('在岗人数', 'Workers on site'),
      constraint: '. >= 0 and . <= 500',
      'constraint_message::中文 (zh)': '人数在 0 到 500 之间',
      'constraint_message::English (en)': 'Between 0 and 500',
    },
    { type: 'decimal', name: 'rate', ...both('到岗率（%）', 'Attendance (%)') },
    { type: 'select_multiple trades', name: 'trades', ...both('在场工种', 'Trades on site') },
    { type: 'end group' },
    { type: 'select_one district', name: 'district', ...both('所在街道', 'District'), appearance: 'minimal' },
    { type: 'date', name: 'day', ...both('复查日期', 'Day of the next check') },
    { type: 'time', name: 'clock', ...both('复查时间', 'Time of the next check') },
    { type: 'dateTime', name: 'moment', ...both('发现时刻', 'Found at') },
    { type: 'range', name: 'tidy', ...both('整洁程度', 'Tidiness'), parameters: 'start=0 end=10 step=1' },
    { type: 'rank trades', name: 'order', ...both('风险由高到低', 'Risk, highest first') },
    { type: 'image', name: 'photo', ...both('现场照片', 'Photo') },
    { type: 'begin repeat', name: 'hazards', ...both('隐患', 'Hazard') },
    { type: 'text', name: 'what', ...both('隐患描述', 'What is it?') },
    { type: 'integer', name: 'count', ...both('处数', 'How many places?') },
    { type: 'end repeat' },
    { type: 'calculate', name: 'total', calculation: 'sum(${count})' },
    { type: 'note', name: 'sum', ...both('隐患共 ${total} 处', 'Places in all: ${total}') },
    { type: 'acknowledge', name: 'told', ...both('已当场告知企业', 'The enterprise has been told') },
  ];
  const choices: readonly Row[] = [
    { list_name: 'rating', name: 'pass', ...both('合格', 'Pass'), xunji_points: '10' },
    { list_name: 'rating', name: 'fail', ...both('不合格', 'Fail'), xunji_points: '0' },
    { list_name: 'rating', name: 'na', ...both('不适用', 'Not applicable'), xunji_points: 'na' },
    ...[
      ['welder', '电焊工', 'Welder'],
      ['rigger', '起重工', 'Rigger'],
      ['scaffolder', '架子工', 'Scaffolder'],
    ].map(([name = '', chinese = '', english = '']) => ({
      list_name: 'trades',
      name,
      ...both(chinese, english),
    })),
    ...['临江街道', '望湖街道', '青石街道', '云岭街道'].map((name, index) => ({
      list_name: 'district',
      name: `d${index}`,
      ...both(name, `District ${index}`),
    })),
  ];
  return {
    kind: 'checklist',
    id,
    tour: 'office',
    values: {
      title: '隐患排查表',
      version: '1',
      settings: { form_title: '隐患排查表', form_id: 'hazards', version: '1', default_language: '中文 (zh)' },
      survey,
      choices,
      ...more,
    },
  };
}
