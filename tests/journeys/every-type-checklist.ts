import type { NewRecord } from '../../build/driver/add-records';
import type { Row } from '../../shared/records/checklist';

const ask = (type: string, name: string, zh: string, more: Row = {}): Row => ({
  type,
  name,
  'label::中文 (zh)': zh,
  ...more,
});

const survey: readonly Row[] = [
  { type: 'start', name: 'began' },
  { type: 'today', name: 'day_filled' },
  { type: 'username', name: 'who' },
  { type: 'deviceid', name: 'device' },
  { type: 'hidden', name: 'source', default: '现场' },
  ask('note', 'intro', '各题型各一道。', { 'label::English (en)': 'One question of each type.' }),
  ask('text', 'title', '文字', {
    'label::English (en)': 'Text',
    'hint::中文 (zh)': '一句话',
    'guidance_hint::中文 (zh)': '照牌匾抄写',
    required: 'yes',
  }),
  ask('text', 'story', '长文字', { appearance: 'multiline', parameters: 'rows=4' }),
  ask('integer', 'money', '金额', { appearance: 'thousands-sep', constraint: '. >= 0' }),
  ask('decimal', 'rate', '比率'),
  ask('date', 'day', '日期', { default: 'today()' }),
  ask('date', 'month', '年月', { appearance: 'month-year' }),
  ask('date', 'year', '年份', { appearance: 'year' }),
  ask('time', 'clock', '时刻'),
  ask('dateTime', 'moment', '日期时刻'),
  ask('select_one rating', 'quick', '快选', { appearance: 'quick' }),
  ask('select_one rating', 'likert', '量表', { appearance: 'likert' }),
  ask('select_multiple trades', 'trades', '多选', { appearance: 'columns-2' }),
  ask('select_one region', 'region', '区', { appearance: 'minimal' }),
  ask('select_one_from_file streets.csv', 'street', '街道', {
    choice_filter: 'region = ${region}',
    appearance: 'autocomplete',
  }),
  ask('rank trades', 'order', '排序'),
  ask('range', 'tidy', '范围', { parameters: 'start=0 end=10 step=2' }),
  ask('range', 'stars', '星级', { parameters: 'start=0 end=5 step=1', appearance: 'rating' }),
  ask('range', 'picked', '取数', { parameters: 'start=1 end=9 step=1', appearance: 'picker' }),
  ask('image', 'photo', '照片'),
  ask('audio', 'voice', '录音'),
  ask('file', 'paper', '文件'),
  ask('text', 'fixed', '只读', { default: '不能改', read_only: 'yes' }),
  { type: 'calculate', name: 'double', calculation: '${money} * 2' },
  ask('note', 'sum', '两倍是 ${double}'),
  ask('begin group', 'on_screen', '同屏', { appearance: 'field-list' }),
  ask('integer', 'many', '有几处', {
    constraint: '. <= 9',
    'constraint_message::中文 (zh)': '最多 9 处',
    'constraint_message::English (en)': 'No more than 9',
  }),
  { type: 'end group' },
  ask('begin repeat', 'places', '处', { repeat_count: '${many}' }),
  ask('text', 'place', '哪里', { relevant: '${many} > 0' }),
  { type: 'end repeat' },
  ask('acknowledge', 'told', '确认'),
  { type: 'end', name: 'ended' },
];

const choice = (list: string, name: string, zh: string): Row => ({
  list_name: list,
  name,
  'label::中文 (zh)': zh,
});

/** Every type of question that Xunji asks, with the appearances that change how it asks. */
export const everyTypeChecklist: NewRecord = {
  kind: 'checklist',
  id: 'every-type',
  tour: 'office',
  values: {
    title: '全题型检查表',
    version: '1',
    settings: {
      form_title: '全题型检查表',
      form_id: 'every_type',
      version: '1',
      default_language: '中文 (zh)',
    },
    survey,
    choices: [
      choice('rating', 'pass', '合格'),
      choice('rating', 'fail', '不合格'),
      choice('trades', 'welder', '电焊工'),
      choice('trades', 'rigger', '起重工'),
      choice('trades', 'fitter', '管道工'),
      choice('region', 'east', '城东区'),
      choice('region', 'west', '城西区'),
    ],
    lists: {
      'streets.csv': {
        columns: ['name', 'label', 'region'],
        rows: [
          ['s1', '临江街道', 'east'],
          ['s2', '云岭街道', 'west'],
          ['s3', '望湖街道', 'west'],
        ],
      },
    },
  },
};
