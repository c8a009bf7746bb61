import type { ReactNode } from 'react'

export const Card = ({ children, flush = false }: { children: ReactNode; flush?: boolean }) => (
  <div className={flush ? 'card flush' : 'card'}>{children}</div>
)

/** A headed part of a screen. */
export const Part = ({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) => (
  <section className="part">
    <div className="part-head">
      <h2>{title}</h2>
      {aside}
    </div>
    {children}
  </section>
)

type Tone = 'soon' | 'late' | 'work' | 'done' | 'rights' | 'void'

/** Something to know before going on: an icon, a sentence, perhaps a way out. */
export const Note = ({
  tone,
  icon,
  title,
  children,
}: {
  tone: Tone
  icon: ReactNode
  title?: string
  children?: ReactNode
}) => (
  <div className={`note ${tone}`}>
    {icon}
    <div>
      {title && <strong>{title}</strong>}
      {children}
    </div>
  </div>
)

/** Names and values. */
export const Facts = ({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl className="facts">
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
