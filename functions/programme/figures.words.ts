/** Where something was made known: 微信, 短视频, 直播, 学习强国, 宣传页, 海报, 广播, 报刊. */
export const channels = [
  'wechat',
  'video',
  'live',
  'xuexi',
  'leaflet',
  'poster',
  'broadcast',
  'press',
] as const;
export type Channel = (typeof channels)[number];

/** Lengths in characters (code points) unless the name says otherwise. */
export const figureLimits = {
  reason: 500,
  title: 120,
  link: 300,
  reach: 1_000_000_000,
  copies: 10_000_000,
} as const;
