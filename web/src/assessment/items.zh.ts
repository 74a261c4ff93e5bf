/** What can be built at a home, as the desk and the phone call it. */
export const words = {
  'item.toilet': '厕所改造',
  'item.ramp': '门口坡道',
  'item.handrails': '扶手',
  'item.door-widening': '门加宽',
  'item.threshold': '门槛改平',
  'item.stove': '灶台改低',
  'item.kitchen-sink': '水池改低',
  'item.nursing-bed': '护理床',
  'item.anti-slip-floor': '防滑地面',
  'item.light-switches': '开关插座改低',
  'item.doorbell-flash': '闪光门铃',
  'item.shower-seat': '洗澡椅',
} as const;
