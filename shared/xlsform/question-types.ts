/** How a type of XLSForm becomes a node of an XForm; `control` is the element of the body, null for what nobody sees. */
export interface QuestionType {
  readonly control: 'input' | 'select1' | 'select' | 'odk:rank' | 'range' | 'upload' | 'trigger' | null;
  readonly bind: string;
  readonly mediatype?: string;
  /** What fills it at the start or the end: the `jr:preload` of the XForm and its parameter. */
  readonly preload?: readonly [string, string];
  readonly readOnly?: true;
}

const property = (name: string): QuestionType => ({
  control: null,
  bind: 'string',
  preload: ['property', name],
});

/** The types that Xunji supports, by their name in XLSForm. Other spellings are in `typeAliases`. */
export const questionTypes: Readonly<Record<string, QuestionType>> = {
  text: { control: 'input', bind: 'string' },
  integer: { control: 'input', bind: 'int' },
  decimal: { control: 'input', bind: 'decimal' },
  range: { control: 'range', bind: 'int' },
  date: { control: 'input', bind: 'date' },
  time: { control: 'input', bind: 'time' },
  dateTime: { control: 'input', bind: 'dateTime' },
  select_one: { control: 'select1', bind: 'string' },
  select_multiple: { control: 'select', bind: 'string' },
  select_one_from_file: { control: 'select1', bind: 'string' },
  select_multiple_from_file: { control: 'select', bind: 'string' },
  rank: { control: 'odk:rank', bind: 'odk:rank' },
  note: { control: 'input', bind: 'string', readOnly: true },
  image: { control: 'upload', bind: 'binary', mediatype: 'image/*' },
  audio: { control: 'upload', bind: 'binary', mediatype: 'audio/*' },
  file: { control: 'upload', bind: 'binary', mediatype: 'application/*' },
  acknowledge: { control: 'trigger', bind: 'string' },
  calculate: { control: null, bind: 'string' },
  hidden: { control: null, bind: 'string' },
  start: { control: null, bind: 'dateTime', preload: ['timestamp', 'start'] },
  end: { control: null, bind: 'dateTime', preload: ['timestamp', 'end'] },
  today: { control: null, bind: 'date', preload: ['date', 'today'] },
  deviceid: property('deviceid'),
  username: property('username'),
  email: property('email'),
  phonenumber: property('phonenumber'),
};

/** What becomes of a question whose type is not supported: it stays in the form, so that expressions may name it. */
export interface UnsupportedType extends QuestionType {
  readonly zh: string;
  readonly en: string;
}

const unseen = { control: null, bind: 'string' } as const;
const noPlace = {
  ...unseen,
  zh: '巡记不在地图上取点，这道题不显示',
  en: 'Xunji takes no positions on a map; the question is not shown',
};
const noDevice = {
  ...unseen,
  zh: '电脑上没有这项设备信息，答案总是空的',
  en: 'a computer does not have this; the answer is always empty',
};
const unchecked = {
  control: 'input',
  zh: '按普通题录入，不检查范围和格式',
  en: 'is asked as a plain question; range and form are not checked',
} as const;
const noList = {
  ...unseen,
  zh: '巡记不用这种外部名单，引用它的公式得到空值',
  en: 'Xunji does not use lists of this kind; what reads it gets nothing',
};

/** Types of XLSForm that Xunji does not support, with what it does instead. */
export const unsupportedTypes: Readonly<Record<string, UnsupportedType>> = {
  barcode: {
    control: 'input',
    bind: 'string',
    zh: '巡记不扫码，请手工录入',
    en: 'Xunji does not scan; the code is typed',
  },
  video: {
    control: 'upload',
    bind: 'binary',
    mediatype: 'video/*',
    zh: '巡记不录像，请添加视频文件',
    en: 'Xunji does not record video; a file is added',
  },
  geopoint: noPlace,
  geotrace: noPlace,
  geoshape: noPlace,
  'start-geopoint': noPlace,
  'background-geopoint': noPlace,
  osm: noPlace,
  simserial: noDevice,
  'uri:deviceid': noDevice,
  'uri:username': noDevice,
  'uri:email': noDevice,
  'uri:phonenumber': noDevice,
  'uri:simserial': noDevice,
  'uri:subscriberid': noDevice,
  'phone number': { ...unchecked, bind: 'string' },
  percentage: { ...unchecked, bind: 'int' },
  'number of days in last month': { ...unchecked, bind: 'int' },
  'number of days in last six months': { ...unchecked, bind: 'int' },
  'number of days in last year': { ...unchecked, bind: 'int' },
  subscriberid: noDevice,
  'csv-external': noList,
  'xml-external': noList,
  select_one_external: noList,
  audit: {
    ...unseen,
    zh: '巡记另有每处改动的记录，不生成这个文件',
    en: 'Xunji keeps the history of every field itself and does not make this file',
  },
  'background-audio': {
    ...unseen,
    zh: '巡记不在后台录音',
    en: 'Xunji does not record in the background',
  },
};

/** Older and longer spellings that pyxform reads as well. */
export const typeAliases: Readonly<Record<string, string>> = {
  string: 'text',
  'q string': 'text',
  'add text prompt': 'text',
  int: 'integer',
  'q int': 'integer',
  'add integer prompt': 'integer',
  'q decimal': 'decimal',
  'add decimal prompt': 'decimal',
  'q date': 'date',
  'add date prompt': 'date',
  datetime: 'dateTime',
  'date time': 'dateTime',
  'q date time': 'dateTime',
  'add date time prompt': 'dateTime',
  'q note': 'note',
  'add note prompt': 'note',
  photo: 'image',
  'q picture': 'image',
  'q image': 'image',
  'add image prompt': 'image',
  'add photo prompt': 'image',
  'q audio': 'audio',
  'add audio prompt': 'audio',
  'q video': 'video',
  'add video prompt': 'video',
  'add file prompt': 'file',
  'q acknowledge': 'acknowledge',
  'add acknowledge prompt': 'acknowledge',
  trigger: 'acknowledge',
  'q calculate': 'calculate',
  'add calculate prompt': 'calculate',
  'q barcode': 'barcode',
  'add barcode prompt': 'barcode',
  gps: 'geopoint',
  location: 'geopoint',
  'q location': 'geopoint',
  'q geopoint': 'geopoint',
  'add location prompt': 'geopoint',
  'start time': 'start',
  'get start time': 'start',
  'end time': 'end',
  'get end time': 'end',
  'get today': 'today',
  imei: 'deviceid',
  'device id': 'deviceid',
  'get device id': 'deviceid',
  'subscriber id': 'subscriberid',
  'get subscriber id': 'subscriberid',
  'sim id': 'simserial',
  'get sim id': 'simserial',
  'get phone number': 'phonenumber',
};
