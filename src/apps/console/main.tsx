import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider, type ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '#ui/tokens.css'
import '#ui/console/console.css'
import { theme } from '#ui/console/theme.ts'
import { Queries } from '#ui/query.tsx'
import { startSettings, useSettings } from '#ui/settings.ts'
import { router } from './routes.tsx'

startSettings()

/** The library's types say that its texts lie one step deeper than they do in a page. */
const textsOf = (found: object) => ('default' in found ? found.default : found) as ConfigProviderProps['locale']

/**
 * The library's own ring leaves by an animation that may never end (a page in the background), and then stays in the button
 * and in its name.
 */
const BUTTON: ConfigProviderProps['button'] = {
  autoInsertSpace: false,
  loadingIcon: <LoaderCircle size={14} className="turning" aria-hidden />,
}

/** Texts are read while rendering, so another language renders everything anew. */
function Console() {
  const { locale } = useSettings()
  return (
    <ConfigProvider theme={theme} button={BUTTON} locale={textsOf(locale === 'en' ? enUS : zhCN)} key={locale}>
      <AntApp component={false} message={{ duration: 4 }}>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Queries>
        <Console />
      </Queries>
    </StrictMode>,
  )
