import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import { useAsk } from '#ui/query.tsx'
import { Empty, Skeleton } from '#ui/console/shown.tsx'
import { useSettled } from '#ui/settled.ts'
import { getPlace, type Place, searchPlaces } from '../contract.ts'
import { placeTexts as t } from './messages.ts'

type Path = readonly { code: string; name: string }[]
type TreeProps = { root: string; open: string; path: Path; onOpen: (code: string) => void }

/** The tree, a level at a time as it is opened; typing finds by name, pinyin initials or code. */
export function PlaceTree({ root, open, path, onOpen }: TreeProps) {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim(), 250)
  return (
    <section className="panel place-tree" aria-label={t.tree()}>
      <div className="place-tree-search">
        <input
          className="list-search"
          style={{ width: '100%' }}
          type="search"
          aria-label={t.search()}
          placeholder={t.search()}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="place-tree-box">
        {text === '' ? (
          <ul>
            <Branch code={root} open={open} path={path} onOpen={onOpen} start />
          </ul>
        ) : (
          <Found text={text} open={open} onOpen={onOpen} />
        )}
      </div>
    </section>
  )
}

function Found({ text, open, onOpen }: { text: string; open: string; onOpen: (code: string) => void }) {
  const found = useAsk(searchPlaces, { text, limit: 40 })
  if (!found.data) return <Skeleton lines={5} />
  if (found.data.rows.length === 0) return <Empty text={t.foundNothing({ text })} />
  return (
    <ul>
      {found.data.rows.map(({ place, path }) => (
        <li key={place.code} className="place-tree-row">
          <span />
          <button
            type="button"
            data-name=""
            aria-current={place.code === open ? 'true' : undefined}
            title={path.map(({ name }) => name).join(' · ')}
            onClick={() => onOpen(place.code)}
          >
            {place.name} <span className="quiet-ink">{path.at(-2)?.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

type BranchProps = Omit<TreeProps, 'root'> & { code: string; start?: boolean; known?: Place }

function Branch({ code, known, open, path, onOpen, start = false }: BranchProps) {
  const onPath = path.some((each) => each.code === code) && code !== open
  const [unfolded, setUnfolded] = useState<boolean>()
  const shown = unfolded ?? (start || onPath)
  const place = useAsk(getPlace, { code }, { when: shown || !known })
  const name = known?.name ?? place.data?.place.name ?? code
  const leaf = known?.level === 'grid' || known?.level === 'microgrid'
  return (
    <li>
      <span className="place-tree-row">
        {leaf ? (
          <span style={{ width: 26 }} />
        ) : (
          <button
            type="button"
            aria-expanded={shown}
            aria-label={shown ? t.collapse({ name }) : t.expand({ name })}
            onClick={() => setUnfolded(!shown)}
          >
            {shown ? <ChevronDown size={15} aria-hidden /> : <ChevronRight size={15} aria-hidden />}
          </button>
        )}
        <button
          type="button"
          data-name=""
          aria-current={code === open ? 'true' : undefined}
          onClick={() => onOpen(code)}
        >
          {name}
        </button>
      </span>
      {shown && place.data && place.data.children.length > 0 && (
        <ul>
          {place.data.children.map((child) => (
            <Branch key={child.code} code={child.code} known={child} {...{ open, path, onOpen }} />
          ))}
        </ul>
      )}
    </li>
  )
}
