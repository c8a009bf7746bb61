import Lock from 'lucide-react/icons/lock'
import Undo from 'lucide-react/icons/undo-2'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { Answered, Failure } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Note, Part } from '#ui/kit/card.tsx'
import { TextBox, TextField } from '#ui/kit/field.tsx'
import { Row, Rows } from '#ui/kit/row.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Sheet } from '#ui/kit/sheet.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import { deadline, moment } from '#ui/time.ts'
import type { Band } from '../contract.ts'
import { reportWords as t } from '../parts/report-messages.ts'
import {
  approve,
  figureName,
  giveBack,
  missingOf,
  REPORT_CHANGED,
  type ReportNode,
  type Round,
  round,
  standing,
  tell,
  withoutText,
} from '../parts/reports.ts'
import '../parts/response.css'

type Which = { activation: Band['id']; place: string; no: number }
type Doing = 'approve' | { back: ReportNode } | null

/** One round at my own node: what is told here, what comes from below, and the word that fixes the sum. */
export function Report({ id }: { id: string }) {
  const activation = id as Band['id']
  const asked = useAsk(round, { activation }, { everyMs: 60_000 })
  const [doing, setDoing] = useState<Doing>(null)
  const [typing, setTyping] = useState(false)
  const { data } = asked
  const which = { activation, place: data?.node.place ?? '', no: data?.no ?? 1 }
  const close = () => setDoing(null)
  return (
    <Screen
      title={t.title()}
      sub={data?.node.placeName}
      up="/emergency"
      dock={data && !typing && isReady(data.node) && <Button onClick={() => setDoing('approve')}>{t.approve()}</Button>}
    >
      <Answered asked={asked} rows={5}>
        {(seen) => (
          <>
            <Sums seen={seen} />
            <Below seen={seen} onBack={(back) => setDoing({ back })} />
            {seen.node.can.includes('tell') && (
              <Own key={`${which.no} ${seen.node.toldAt}`} seen={seen} which={which} onTyping={setTyping} />
            )}
          </>
        )}
      </Answered>
      {data && doing === 'approve' && <Approve seen={data} which={which} onClose={close} />}
      {doing && doing !== 'approve' && <Back node={doing.back} which={which} onClose={close} />}
    </Screen>
  )
}

/** What was typed and not told yet would be missing in the sum. */
const isReady = ({ can, toldAt, children }: ReportNode): boolean =>
  can.includes('approve') && (toldAt !== null || children.all > 0)

function Sums({ seen: { node, figures, before, no, last, dueAt } }: { seen: Round }) {
  const now = useNow()
  const { tone, text } = standing(node)
  const left = deadline(dueAt, now)
  return (
    <>
      {node.state === 'returned' && node.whyReturned && (
        <Note tone="late" icon={<Undo aria-hidden />}>
          <p>{t.returned({ why: node.whyReturned })}</p>
        </Note>
      )}
      <Card>
        <div className="states">
          <State boxed tone={tone} text={text} />
          {node.state !== 'approved' && <State boxed tone={left.tone} text={left.text} />}
        </div>
        <p className="quiet">
          {t.round({ no, last })} · {moment(dueAt, now)}
        </p>
        {Object.keys(node.figures).length > 0 && (
          <dl className="sums">
            {figures.map(({ key, name, unit }) => (
              <div key={key}>
                <dt>{named(name)}</dt>
                <dd>
                  {node.figures[key] ?? '–'} <small>{named(unit)}</small>
                  {before?.[key] !== undefined && <small> {t.before({ n: before[key] })}</small>}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {node.remark && <p>{node.remark}</p>}
        {node.without.length > 0 && <p className="quiet">{withoutText(node)}</p>}
        {node.state === 'approved' && node.can.length === 0 && (
          <p className="quiet">
            <Lock aria-hidden /> {t.approveLead()}
          </p>
        )}
      </Card>
    </>
  )
}

type OwnProps = { seen: Round; which: Which; onTyping: (typing: boolean) => void }
function Own({ seen: { figures, node }, which, onTyping }: OwnProps) {
  const send = useCall(tell, REPORT_CHANGED)
  const [said, setSaid] = useState<Record<string, string>>(() =>
    Object.fromEntries(Object.entries(node.own).map(([key, value]) => [key, String(value)])),
  )
  const [remark, setRemark] = useState(node.remark)
  const save = async (): Promise<void> => {
    const given = Object.entries(said).filter(([, value]) => value !== '')
    const told = Object.fromEntries(given.map(([key, value]) => [key, Number(value)]))
    try {
      await send.mutateAsync({ ...which, figures: told, remark })
      onTyping(false)
      toast(t.saved())
    } catch {
      // Said below the fields.
    }
  }
  return (
    <Part title={t.own()}>
      <Card>
        {node.children.all > 0 && <p className="quiet">{t.ownAbove()}</p>}
        {figures.map((figure) => (
          <TextField
            key={figure.key}
            label={figureName(figure)}
            inputMode="numeric"
            maxLength={8}
            value={said[figure.key] ?? ''}
            onText={(text) => {
              onTyping(true)
              setSaid((was) => ({ ...was, [figure.key]: text.replace(/\D/g, '') }))
            }}
          />
        ))}
        <TextBox
          label={t.remark()}
          hint={t.remarkHint()}
          optional
          rows={2}
          maxLength={1000}
          value={remark}
          onText={setRemark}
        />
        <Failure error={send.error} />
        <Button look="soft" wide busy={send.isPending} onClick={() => void save()}>
          {t.save()}
        </Button>
      </Card>
    </Part>
  )
}

/** What is nought is passed over: a village tells eight figures. */
const toldOf = ({ figures: told }: ReportNode, figures: Round['figures']): string =>
  figures
    .filter(({ key }) => told[key])
    .map(({ key, name }) => `${named(name)} ${told[key]}`)
    .join(' · ')

function Below({ seen: { node, children, figures }, onBack }: { seen: Round; onBack: (node: ReportNode) => void }) {
  if (children.length === 0) return null
  return (
    <Part
      title={t.below()}
      aside={<span className="quiet">{t.belowOf({ approved: node.children.approved, all: node.children.all })}</span>}
    >
      <Card flush>
        <Rows label={t.below()}>
          {children.map((child) => {
            const { tone, text } = standing(child)
            return (
              <Row
                key={child.place}
                title={child.placeName}
                sub={toldOf(child, figures) || undefined}
                state={<State tone={tone} text={text} />}
                aside={
                  child.can.includes('giveBack') ? (
                    <Button look="soft" onClick={() => onBack(child)}>
                      {t.giveBack()}
                      <span className="unseen"> {child.placeName}</span>
                    </Button>
                  ) : undefined
                }
              />
            )
          })}
        </Rows>
      </Card>
    </Part>
  )
}

function Approve({ seen, which, onClose }: { seen: Round; which: Which; onClose: () => void }) {
  const send = useCall(approve, REPORT_CHANGED)
  const missing = missingOf(seen)
  const [why, setWhy] = useState<Record<string, string>>({})
  const [tried, setTried] = useState(false)
  const isShort = (place: string): boolean => (why[place] ?? '').trim().length < 2
  const fix = async (): Promise<void> => {
    setTried(true)
    if (missing.some(({ place }) => isShort(place))) return
    const without = missing.map(({ place }) => ({ place: place as never, reason: (why[place] ?? '').trim() }))
    try {
      await send.mutateAsync({ ...which, without })
      toast(t.approved())
      onClose()
    } catch {
      // Said in the sheet.
    }
  }
  return (
    <Sheet title={t.approve()} onClose={onClose}>
      <p>{t.approveLead()}</p>
      {missing.length > 0 && <p>{t.withoutLead({ count: missing.length })}</p>}
      {missing.map(({ place, placeName }) => (
        <TextField
          key={place}
          label={t.withoutWhy({ name: placeName })}
          maxLength={200}
          value={why[place] ?? ''}
          onText={(text) => setWhy((was) => ({ ...was, [place]: text }))}
          error={tried && isShort(place) ? t.tooShort() : undefined}
        />
      ))}
      <Failure error={send.error} />
      <Button wide busy={send.isPending} onClick={() => void fix()}>
        {t.approve()}
      </Button>
    </Sheet>
  )
}

function Back({ node, which, onClose }: { node: ReportNode; which: Which; onClose: () => void }) {
  const send = useCall(giveBack, REPORT_CHANGED)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isShort = reason.trim().length < 2
  const give = async (): Promise<void> => {
    setTried(true)
    if (isShort) return
    try {
      await send.mutateAsync({ ...which, place: node.place, reason: reason.trim() })
      toast(t.givenBack())
      onClose()
    } catch {
      // Said in the sheet.
    }
  }
  return (
    <Sheet title={`${t.giveBack()} · ${node.placeName}`} onClose={onClose}>
      <TextBox
        label={t.giveBackWhy()}
        rows={3}
        maxLength={400}
        value={reason}
        onText={setReason}
        error={tried && isShort ? t.tooShort() : undefined}
      />
      <Failure error={send.error} />
      <Button wide busy={send.isPending} onClick={() => void give()}>
        {t.giveBack()}
      </Button>
    </Sheet>
  )
}
