/**
 * What is never collected, by whatever name: sensitive personal information that grassroots work has no lawful need of (PIPL
 * art. 28; Regulations on credit reporting, art. 14: religion, genes, fingerprints, blood type), and what a government must not
 * keep lists of: opinions, party membership, petitions, contraception. Asked of definitions of fields, of the columns of what is
 * imported, and of every column of the schema.
 */
const ENGLISH =
  /religio|belief|faith|\bgenes?\b|genetic|genom|\bdna\b|fingerprint|biometric|\bface_|faceprint|\biris\b|blood|political|party_?member|opinion|ideolog|contracept|fertility|pregnan|petition|ethnic|\brace\b|sexual/i
const PINYIN = /shangfang|zongjiao|xinyang|jiyin|zhiwen|xuexing|zhengzhi|biyun|jiesheng|xinfang|jieyu|dangyuan/i
const CHINESE =
  /宗教|信仰|教派|基因|遗传|指纹|虹膜|人脸|血型|政治面貌|政治倾向|政治观点|党员|党籍|入党|避孕|节育|生育意愿|结扎|上访|信访|民族|种族|性取向/

/** The word by which a key, a column or a name says that it holds what is never collected. */
export function forbidden(name: string): string | undefined {
  const spaced = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[._-]/g, ' ')
  for (const pattern of [ENGLISH, PINYIN, CHINESE])
    for (const form of [name, spaced, name.replaceAll(/\s/g, '')]) {
      const [found] = pattern.exec(form) ?? []
      if (found !== undefined) return found
    }
  return undefined
}
