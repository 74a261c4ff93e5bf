export const words = {
  'desk.name': '惠民工作台',
  'desk.public': '居民网站',
  'rail.label': '台账',
  'rail.menu': '菜单',
  'rail.today': '今日工作',
  'rail.issues': '问题台账',
  'rail.calendar': '工作日历',
  'rail.organisations': '机构与人员',
  'late.label': '逾期',
  'late.unknown': '看逾期',

  'not-found.title': '没有找到这个页面',
  'not-found.text': '可能是网址有误，也可能您没有查看的权限。',
  'not-found.today': '回到今日工作',
} as const;
