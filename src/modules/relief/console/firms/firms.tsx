import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useScope } from '#modules/places/parts/scope.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk, useLive, usePages } from '#ui/query.tsx'
import { type FirmProblemView, firmProgress, listFirmProblems, listFirms } from '../../contract-firms.ts'
import { firmWords } from '../../parts/firm-messages.ts'
import { useOpenTool } from '../../parts/opened.ts'
import { useOpened } from '../opened.ts'
import { ToolPage } from '../tool-page.tsx'
import { AnswerForm, AskForm, type Firm, SayForm } from './act-forms.tsx'
import { FirmFigures } from './figures.tsx'
import { FirmList } from './firm-list.tsx'
import { Problems } from './problems.tsx'
import '../beside.css'
import '../relief.css'
import './firms.css'

type Doing = { act: 'ask' | 'say'; firm?: Firm } | { act: 'answer'; problem: FirmProblemView }

/** 三服务: what firms need and who answers, beside how far each is. A department sees what is its own to answer. */
export function FirmsPage() {
  const { place } = useScope()
  const { permissions } = useActing()
  const calls = permissions.has('relief.askForFirm')
  const { asked } = useOpened(place)
  const [address] = useAddress()
  const every = address['view'] === 'every'
  const problems = usePages(listFirmProblems, { place, limit: 100, ...(every ? {} : { waiting: true }) })
  const firms = usePages(listFirms, { place, limit: 200 }, { when: calls })
  const progress = useAsk(firmProgress, { place }, { when: calls })
  const [doing, setDoing] = useState<Doing>()
  useLive('relief.', [listFirmProblems, listFirms, firmProgress])
  const open = useOpenTool('relief.firms', place)
  const empty = problems.first?.rows.length === 0 && !firms.rows.length
  const nothing = open === false && empty
  const close = () => setDoing(undefined)
  return (
    <ToolPage tool="relief.firms" nothing={nothing} actions={open && calls && <Acts onDo={setDoing} />}>
      <Shown of={{ ...problems, data: problems.first }} lines={10}>
        {() => (
          <div className="firms" data-calls={calls ? '' : undefined}>
            {progress.data && <FirmFigures progress={progress.data} waiting={asked.data?.problems ?? 0} />}
            <Problems
              list={problems}
              every={every}
              shut={open === false}
              onAnswer={(problem) => setDoing({ act: 'answer', problem })}
            />
            {calls && <FirmList list={firms} open={open === true} onDo={(act, firm) => setDoing({ act, firm })} />}
          </div>
        )}
      </Shown>
      {doing?.act === 'ask' && <AskForm {...(doing.firm ? { firm: doing.firm } : {})} onClose={close} />}
      {doing?.act === 'say' && <SayForm {...(doing.firm ? { firm: doing.firm } : {})} onClose={close} />}
      {doing?.act === 'answer' && <AnswerForm of={doing.problem} onClose={close} />}
    </ToolPage>
  )
}

const Acts = ({ onDo }: { onDo: (doing: Doing) => void }) => (
  <>
    <button type="button" className="quiet" onClick={() => onDo({ act: 'say' })}>
      {firmWords.say()}
    </button>
    <button type="button" className="firm" onClick={() => onDo({ act: 'ask' })}>
      <Plus size={16} aria-hidden />
      {firmWords.ask()}
    </button>
  </>
)
