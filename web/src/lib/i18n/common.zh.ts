export const words = {
  'site.name': '惠民',
  'site.title': '{page} · 惠民',
  'skip.main': '跳到主要内容',

  'display.menu': '显示 · Language',
  'display.theme': '颜色',
  'display.theme.auto': '跟随系统',
  'display.theme.light': '浅色',
  'display.theme.dark': '深色',
  'display.text': '字号',
  'display.text.normal': '标准',
  'display.text.big': '大字',
  'display.contrast': '对比度',
  'display.contrast.auto': '标准',
  'display.contrast.more': '高对比',
  'display.language': '语言',
  'display.language.failed': '语言没有切换成功，请检查网络后再试。',

  'field.optional': '（选填）',
  'field.error': '错误：',
  'field.choose': '请选择',
  'field.date.hint': '例如 2026-03-08',
  'field.left': '还可以输入 {n} 字',
  'field.over': '超出 {n} 字',
  'errors.title': '有内容需要修改',

  'photo.add': '添加照片',
  'photo.remove': '移除照片 {name}',
  'photo.removed': '已移除照片 {name}',

  'dialog.close': '关闭',
  'dialog.cancel': '取消',
  'dialog.confirm': '确定',

  'copy.do': '复制',
  'copy.done': '已复制',
  'copy.failed': '没能复制，请长按选中后复制。',

  deleted: '保存期已过，这条记录里的个人信息已删除',

  'state.loading': '正在加载',
  'state.failed': '没能打开',
  'state.failed.text': '可能是网络不通，也可能是系统出了问题。您填写的内容没有提交。',
  'state.retry': '再试一次',
  'state.offline': '网络已断开。可以继续填写，连上网络后再提交。',

  'pages.label': '翻页',
  'pages.previous': '上一页',
  'pages.next': '下一页',

  'tone.info': '提示',
  'tone.ok': '成功',
  'tone.warn': '注意',
  'tone.bad': '错误',

  'clock.running': '计时中',
  'clock.near': '即将到期',
  'clock.late': '已逾期',
  'clock.stopped': '已停止计时',
  'clock.due': '期限：',
  'clock.provisional': '暂定期限：明年的放假安排尚未公布，公布后会重新计算。',
} as const;
