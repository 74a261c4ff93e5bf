export const words = {
  'photo.hint':
    '最多 {n} 张。照片会先缩小，并去掉拍摄地点和手机型号，再上传。请尽量不要拍到别人的脸、车牌和证件。',
  'photo.shrinking': '正在缩小照片……',
  'photo.uploading': '正在上传……',
  'photo.sent': '已上传',
  'photo.waiting': '还没传上去，连上网络后会自动再传',
  'photo.retry': '现在再传一次',
  'photo.refused': '{name}：{reason}',
  'photo.refused.title': '有照片不能用',
  'photo.left-out': '最多 {most} 张，有 {n} 张没有添加。',
  'photo.full': '已经有 {n} 张，不能再加了。要换照片，请先移除一张。',
} as const;
