export const words = {
  title: '核对后提交',
  'photos.none': '没有照片',
  'photos.some': '{n} 张',
  'sending.form': '正在提交……',
  'sending.photos': '正在上传照片……',
  'unsent.title': '有 {n} 张照片没有传上去',
  'unsent.text': '可以等网络好了再提交，也可以先不带这些照片提交。',
  'unsent.without': '不带这些照片提交',
  'frozen.title': '刚才的提交没有收到回复',
  'frozen.text': '不知道有没有送到。请再提交一次：不会重复登记。在这之前内容不能修改。',
  'failed.title': '没有提交成功',
} as const;
