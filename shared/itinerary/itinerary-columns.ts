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
  | 'note'
  | 'group'
  | 'unsure'
  | 'spot'
  | 'status'
  | 'arrived'
  | 'left'
  | 'reason'
  | 'earlierReason'
  | 'reporter'
  | 'plannedOrder'
  | 'plannedTeam'
  | 'stageWords'
  | 'kind'
  | 'siteName'
  | 'site'
  | 'insteadOf'
  | 'leaderId'
  | 'groupId'
  | 'id';

export type PersonField =
  | 'name'
  | 'unit'
  | 'posts'
  | 'team'
  | 'role'
  | 'rank'
  | 'phone'
  | 'listed'
  | 'takes'
  | 'id';

export type TeamField = 'team' | 'order' | 'leader' | 'districts' | 'certain' | 'leaderId' | 'id';

export type GroupField =
  | 'key'
  | 'label'
  | 'topic'
  | 'stage'
  | 'team'
  | 'order'
  | 'tail'
  | 'complete'
  | 'observed'
  | 'id';

export const stopSheetNames = ['点位', '点位表', '点位安排', '行程', '行程表', '行程安排'] as const;
export const peopleSheetNames = ['人员', '人员表', '人员名单', '人员安排', '名单'] as const;
export const activitySheetNames = ['活动', '活动信息', '活动概况', '活动安排', '基本情况'] as const;
export const teamSheetNames = ['组别', '组别表'] as const;
export const groupSheetNames = ['点位组', '点位组表'] as const;

/** Names of our own: offices number their rows in a column 编号, which must not be taken for ids. */
const idNames = ['巡记编号'] as const;

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
  { field: 'group', names: ['点位组'] },
  { field: 'unsure', names: ['待核实'] },
  { field: 'spot', names: ['具体位置'] },
  { field: 'status', names: ['到访情况'] },
  { field: 'arrived', names: ['实到时间', '实际到达时间'] },
  { field: 'left', names: ['离开时间'] },
  { field: 'reason', names: ['调整原因'] },
  { field: 'earlierReason', names: ['先前调整原因'] },
  { field: 'reporter', names: ['汇报人'] },
  { field: 'plannedOrder', names: ['原定序号'] },
  { field: 'plannedTeam', names: ['原定组别'] },
  { field: 'stageWords', names: ['阶段原文'] },
  { field: 'kind', names: ['对象类型'] },
  { field: 'siteName', names: ['对象名称'] },
  { field: 'site', names: ['对象巡记编号'] },
  { field: 'insteadOf', names: ['替代的点位'] },
  { field: 'groupId', names: ['点位组巡记编号'] },
  { field: 'leaderId', names: ['带队领导巡记编号'] },
  { field: 'id', names: idNames },
];

export const personColumns: readonly ColumnSpec<PersonField>[] = [
  { field: 'name', names: ['姓名', '名字', '人员'], required: true },
  { field: 'unit', names: ['单位', '工作单位', '单位名称', '所在单位'] },
  { field: 'posts', names: ['职务', '职位', '职务职称', '职务职级'] },
  { field: 'team', names: ['组别', '组', '小组', '分组', '组名'] },
  { field: 'role', names: ['角色', '分工'] },
  { field: 'rank', names: ['排序', '排名', '序号'] },
  { field: 'phone', names: ['电话', '联系电话', '手机', '手机号', '联系方式'] },
  { field: 'listed', names: ['列入名册'] },
  { field: 'takes', names: ['参加活动'] },
  { field: 'id', names: idNames },
];

/** What no list of stops can say of a team. */
export const teamColumns: readonly ColumnSpec<TeamField>[] = [
  { field: 'team', names: ['组别', '组', '组名'], required: true },
  { field: 'order', names: ['次序', '序号', '顺序'] },
  { field: 'leader', names: ['带队领导', '领导', '带队人', '带队', '组长'] },
  { field: 'districts', names: ['区县', '负责区县', '区(县)'] },
  { field: 'certain', names: ['待核实'] },
  { field: 'leaderId', names: ['带队领导巡记编号'] },
  { field: 'id', names: idNames },
];

/** Stops that share a stage or a topic; 结尾 keeps the words with which an incomplete list ends (等, 等项目). */
export const groupColumns: readonly ColumnSpec<GroupField>[] = [
  { field: 'key', names: ['点位组'], required: true },
  { field: 'label', names: ['名称'] },
  { field: 'topic', names: ['主题'] },
  { field: 'stage', names: ['阶段'] },
  { field: 'team', names: ['组别', '组', '组名'] },
  { field: 'order', names: ['次序', '序号', '顺序'] },
  { field: 'tail', names: ['结尾'] },
  { field: 'complete', names: ['是否列全'] },
  { field: 'observed', names: ['察看情况'] },
  { field: 'id', names: idNames },
];
