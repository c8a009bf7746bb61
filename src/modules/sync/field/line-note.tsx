import CloudOff from 'lucide-react/icons/cloud-off'
import KeyRound from 'lucide-react/icons/key-round'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { instant } from '#kernel/clock.ts'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { takeUpdate, useUpdate } from '#ui/offline/install.ts'
import { useLine } from '#ui/offline/line.ts'
import { useNow } from '#ui/now.ts'
import { moment } from '#ui/time.ts'
import { offlineTexts as t } from './messages.ts'
import { type Stage, useStage } from './stage.ts'

/** Says calmly where one stands; silent when all is as usual. The region is always there, so that it is heard. */
export function LineNote() {
  const online = useLine()
  const stage = useStage()
  const newer = useUpdate()
  return (
    <div role="status" className="line-notes">
      {!online && <Offline stage={stage} />}
      {online && stage.at === 'open' && stage.locked === false && (
        <p className="line-note">
          <KeyRound aria-hidden />
          <span>{t.noPassword()}</span>
          <GoButton look="plain" to="/me/phones">
            {t.setPassword()}
          </GoButton>
        </p>
      )}
      {stage.at === 'memory' && <Line icon={<TriangleAlert aria-hidden />} text={t.notKept()} />}
      {stage.broken.length > 0 && (
        <Line icon={<TriangleAlert aria-hidden />} text={t.broken({ count: stage.broken.length })} />
      )}
      {stage.emptied && (
        <Line
          icon={<TriangleAlert aria-hidden />}
          text={stage.emptied === 'asked' ? t.emptiedAsked() : t.emptiedEnded()}
        />
      )}
      {newer && online && (
        <p className="line-note">
          <RefreshCw aria-hidden />
          <span>{t.newer()}</span>
          <Button look="plain" onClick={takeUpdate}>
            {t.takeNewer()}
          </Button>
        </p>
      )}
    </div>
  )
}

function Offline({ stage }: { stage: Stage }) {
  const now = useNow()
  const said = stage.syncedAt ? t.carried({ when: moment(instant(stage.syncedAt), now) }) : t.carriedNever()
  return (
    <p className="line-note">
      <CloudOff aria-hidden />
      <span>
        <strong>{t.noLine()}</strong> {said}
        {stage.left > 0 && ` ${t.leftBehind({ count: stage.left })}`}
      </span>
    </p>
  )
}

const Line = ({ icon, text }: { icon: React.ReactNode; text: string }) => (
  <p className="line-note">
    {icon}
    <span>{text}</span>
  </p>
)
