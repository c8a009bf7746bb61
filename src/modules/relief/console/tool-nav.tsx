import { useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { counted } from '#ui/console/figures.ts'
import { Go } from '#ui/console/go.tsx'
import { useOpened } from './opened.ts'
import { TOOL_GROUPS, type ToolKey, type ToolLine } from './tools.ts'
import { toolTexts as t } from './tool-messages.ts'
import './tool-nav.css'

/** Groups, and the tools of the group one is in. What is closed here stays where it is, in quiet ink. */
export function ToolNav({ now }: { now: ToolKey }) {
  const { place } = useScope()
  const { permissions } = useActing()
  const { asked, isOpen, partsOf } = useOpened(place)
  const groups = TOOL_GROUPS.map((group) => ({
    ...group,
    tools: group.tools.filter(({ permission }) => permissions.has(permission)),
  })).filter(({ tools }) => tools.length > 0)
  const here = groups.find(({ tools }) => tools.some(({ key }) => key === now))
  const shut = ({ key }: ToolLine): boolean => asked.data !== undefined && !isOpen(key) && partsOf(key).length === 0
  const searched = useSearchOf(place)
  return (
    <div className="relief-nav">
      <nav className="tabs" aria-label={t.groups()}>
        {groups.map(({ key, name, tools }) => {
          const first = tools.find((tool) => !shut(tool)) ?? tools[0]
          return (
            first && (
              <Go
                key={key}
                to={first.to}
                search={searched}
                className={`${key === here?.key ? 'tab tab-now' : 'tab'}${tools.every(shut) ? ' tab-shut' : ''}`}
              >
                {name()}
                {tools.every(shut) && <Shut />}
              </Go>
            )
          )
        })}
      </nav>
      {here && (
        <nav className="tabs relief-nav-tools" aria-label={t.within({ group: here.name() })}>
          {here.tools.map((tool) => (
            <Go
              key={tool.key}
              to={tool.to}
              search={searched}
              className={`${tool.key === now ? 'tab tab-now' : 'tab'}${shut(tool) ? ' tab-shut' : ''}`}
            >
              {tool.name()}
              {shut(tool) ? <Shut /> : asked.data && <Waiting count={tool.waits(asked.data)} />}
            </Go>
          ))}
        </nav>
      )}
    </div>
  )
}

/** From one tool to the next one stays at the place. */
function useSearchOf(place: string): Record<string, string> {
  const { top } = useScope()
  return place === top ? {} : { place }
}

const Shut = () => <span className="unseen">{t.shutHere()}</span>

const Waiting = ({ count }: { count: number }) =>
  count > 0 && (
    <span className="relief-waits">
      <span aria-hidden>{counted(count)}</span>
      <span className="unseen">{t.waiting({ count: counted(count) })}</span>
    </span>
  )
