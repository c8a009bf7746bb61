/** What stands in tables for offices, which are Chinese whoever takes them; a layout may say otherwise. */
export const OFFICIAL = { yes: '是', no: '否', day: 'yyyy年m月d日' } as const
