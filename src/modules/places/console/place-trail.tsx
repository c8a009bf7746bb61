import ChevronRight from 'lucide-react/icons/chevron-right'
import { placeTexts as t } from './messages.ts'

type Path = readonly { code: string; name: string }[]

/** The path of a place, each part a step back up. */
export const PlaceTrail = ({ path, onOpen }: { path: Path; onOpen: (code: string) => void }) => (
  <nav className="trail" aria-label={t.trail()}>
    {path.map(({ code, name }, at) => (
      <span key={code} className="row">
        {at > 0 && <ChevronRight size={14} aria-hidden />}
        <button
          type="button"
          className="link"
          aria-current={at === path.length - 1 ? 'true' : undefined}
          onClick={() => onOpen(code)}
        >
          {name}
        </button>
      </span>
    ))}
  </nav>
)
