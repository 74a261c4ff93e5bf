export const words = {
  title: '要回访的改造住房（{n}）',
  more: '还有更多，请到工作台上看。',
  due: '{day} 起回访',
  late: '{day} 起就该回访',
  record: '回访要有信号：打开后核对地址、记下结果。',
} as const;
