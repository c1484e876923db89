/** A column as the sheet may name it. `names` are compared without blanks and in half width; the first is the one we write. */
export interface ColumnSpec<Field extends string> {
  readonly field: Field;
  readonly names: readonly [string, ...string[]];
  readonly required?: true;
}

export type StopField =
  | 'team'
  | 'leader'
  | 'order'
  | 'district'
  | 'enterprise'
  | 'project'
  | 'stage'
  | 'time'
  | 'address'
  | 'note';

export type PersonField = 'name' | 'unit' | 'posts' | 'team' | 'role' | 'rank' | 'phone';

export const stopSheetNames = ['点位', '点位表', '点位安排', '行程', '行程表', '行程安排'] as const;
export const peopleSheetNames = ['人员', '人员表', '人员名单', '人员安排', '名单'] as const;
export const activitySheetNames = ['活动', '活动信息', '活动概况', '活动安排', '基本情况'] as const;

export const stopColumns: readonly ColumnSpec<StopField>[] = [
  { field: 'team', names: ['组别', '组', '小组', '分组', '组名'], required: true },
  { field: 'leader', names: ['带队领导', '领导', '带队人', '带队', '组长'] },
  { field: 'order', names: ['序号', '顺序', '次序', '点位序号'], required: true },
  {
    field: 'district',
    names: ['区县', '区(县)', '县区', '县(区)', '县市区', '县(市、区)', '所属区县', '所在区县', '属地'],
  },
  {
    field: 'enterprise',
    names: ['企业名称', '企业', '企业(单位)名称', '单位名称', '点位名称', '点位'],
    required: true,
  },
  { field: 'project', names: ['项目名称', '项目'] },
  { field: 'stage', names: ['阶段', '项目阶段', '建设阶段'] },
  { field: 'time', names: ['计划时间', '时间', '到达时间', '计划到达时间', '预计到达时间'] },
  { field: 'address', names: ['地址', '详细地址', '项目地址', '地点', '位置'] },
  { field: 'note', names: ['备注', '说明'] },
];

export const personColumns: readonly ColumnSpec<PersonField>[] = [
  { field: 'name', names: ['姓名', '名字', '人员'], required: true },
  { field: 'unit', names: ['单位', '工作单位', '单位名称', '所在单位'] },
  { field: 'posts', names: ['职务', '职位', '职务职称', '职务职级'] },
  { field: 'team', names: ['组别', '组', '小组', '分组', '组名'] },
  { field: 'role', names: ['角色', '分工'] },
  { field: 'rank', names: ['排序', '排名', '序号'] },
  { field: 'phone', names: ['电话', '联系电话', '手机', '手机号', '联系方式'] },
];
