const own = { tour: 'sent-tour' };
const sites = ['东岭精密铸造产业园', '青石冷链物流中心'];
/** A small tour as another office would send it, with what has been found so far. */
export const sentTour = {
  format: 'xunji-tour',
  version: 1,
  tour: {
    id: own.tour,
    title: '东岭区第四季度项目督导',
    date: { asWritten: '2026年11月26日' },
    forms: ['督导'],
  },
  people: [{ id: 'sent-person', name: '温如许', posts: ['副区长'] }],
  sites: sites.map((name, at) => ({ id: `sent-site-${at}`, name, kind: 'park', district: '东岭区' })),
  teams: [{ ...own, id: 'sent-team', order: 1, name: '第一组', leader: 'sent-person' }],
  stops: sites.map((_, at) => ({
    ...own,
    id: `sent-stop-${at}`,
    team: 'sent-team',
    site: `sent-site-${at}`,
    order: at + 1,
    status: 'visited',
    visitedAt: `0${at + 8}:40`,
  })),
  notes: [{ ...own, id: 'sent-note', stop: 'sent-stop-0', text: '二号熔炼车间设备已就位，正在单机调试。' }],
  issues: [
    {
      ...own,
      id: 'sent-issue',
      stop: 'sent-stop-1',
      text: '三号库门口消防栓被货架遮挡',
      severity: 'major',
    },
  ],
};
