export const words = {
  'header.tagline': '群众的事，件件有回音',
  'header.home': '首页',
  'nav.label': '主要服务',
  'nav.report': '反映问题',
  'nav.culture': '文化活动',
  'nav.renovation': '无障碍改造',
  'nav.track': '查询进度',
  'footer.privacy': '个人信息保护',
  'footer.accessibility': '无障碍声明',
  'footer.staff': '工作人员登录',
  'footer.hotline': '不方便上网？请拨打 12345，或告诉上门走访的工作人员。',

  'step.count': '第 {n} 步，共 {of} 步',
  'step.back': '上一步',
  'step.next': '下一步',
  'step.keep': '保存修改',
  'step.change': '修改',
  'step.change.of': '修改：{what}',

  'not-found.title': '没有找到这个页面',
  'not-found.text': '可能是网址有误，也可能页面已经移走。',
  'not-found.home': '回到首页',
} as const;
