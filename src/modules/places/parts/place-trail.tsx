import ChevronRight from 'lucide-react/icons/chevron-right'
import { placeTexts as t } from '../console/messages.ts'

type TrailProps = {
  path: readonly { code: string; name: string }[]
  onOpen: (code: string) => void
  /** Said behind the last step, without a link. */
  after?: string
  label?: string
  className?: string
}

/** The path of a place, each part a step back up. */
export const PlaceTrail = ({ path, onOpen, after, label = t.trail(), className = '' }: TrailProps) => (
  <nav className={`trail ${className}`} aria-label={label}>
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
    {after && (
      <span className="row">
        <ChevronRight size={14} aria-hidden />
        {after}
      </span>
    )}
  </nav>
)
