import { said } from '../messages.ts'
import { changeSettings, useSettings } from '../settings.ts'

/** 大字版: in sight on the first screen, and in the settings. */
export function LargeType({ onHead = false }: { onHead?: boolean }) {
  const { large } = useSettings()
  return (
    <button
      type="button"
      className={onHead ? 'pill on-head' : 'pill'}
      onClick={() => changeSettings({ large: !large })}
    >
      {large ? said.largeOff() : said.largeOn()}
    </button>
  )
}

export function Language({ onHead = false }: { onHead?: boolean }) {
  const { locale } = useSettings()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <button
      type="button"
      lang={other}
      className={onHead ? 'pill on-head' : 'pill'}
      onClick={() => changeSettings({ locale: other })}
    >
      {said.language()}
    </button>
  )
}
