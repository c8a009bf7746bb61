import Ban from 'lucide-react/icons/ban'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDot from 'lucide-react/icons/circle-dot'
import Clock from 'lucide-react/icons/clock'
import Diamond from 'lucide-react/icons/diamond'
import Hand from 'lucide-react/icons/hand'
import TriangleAlert from 'lucide-react/icons/triangle-alert'

/** Blue in work, amber diamond due soon, red overdue only, green done, purple the resident's right, grey void. */
export type Tone = 'work' | 'soon' | 'late' | 'done' | 'rights' | 'void' | 'calm'

const ICONS = {
  work: CircleDot,
  soon: Diamond,
  late: TriangleAlert,
  done: CircleCheck,
  rights: Hand,
  void: Ban,
  calm: Clock,
}

/** A state in colour, shape and word. */
export function State({ tone, text, boxed = false }: { tone: Tone; text: string; boxed?: boolean }) {
  const Icon = ICONS[tone]
  return (
    <span className={boxed ? `state boxed ${tone}` : `state ${tone}`}>
      <Icon aria-hidden />
      {text}
    </span>
  )
}
