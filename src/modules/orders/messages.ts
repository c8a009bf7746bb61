import type { GRADES, HAZARDS } from './contract-warnings.ts'

type Both = { zh: string; en: string }
/** As an alert names its event, in both languages at once. */
export const HAZARD_NAMES: Record<(typeof HAZARDS)[number], Both> = {
  rainstorm: { zh: '暴雨', en: 'Rainstorm' },
  typhoon: { zh: '台风', en: 'Typhoon' },
  flood: { zh: '洪水', en: 'Flood' },
  geological: { zh: '地质灾害', en: 'Geological hazard' },
  forest_fire: { zh: '森林火险', en: 'Forest fire' },
  snow: { zh: '暴雪', en: 'Heavy snow' },
  cold: { zh: '寒潮', en: 'Cold wave' },
  heat: { zh: '高温', en: 'Heat' },
  thunder: { zh: '雷暴大风', en: 'Thunderstorm' },
  health: { zh: '公共卫生', en: 'Public health' },
  accident: { zh: '事故灾难', en: 'Accident' },
  other: { zh: '其他', en: 'Other' },
}
export const GRADE_NAMES: Record<(typeof GRADES)[number], Both> = {
  I: { zh: '红色预警', en: 'red warning' },
  II: { zh: '橙色预警', en: 'orange warning' },
  III: { zh: '黄色预警', en: 'yellow warning' },
  IV: { zh: '蓝色预警', en: 'blue warning' },
}
