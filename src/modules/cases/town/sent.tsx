import CircleCheck from 'lucide-react/icons/circle-check'
import Copy from 'lucide-react/icons/copy'
import Share2 from 'lucide-react/icons/share-2'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useEffect, useState } from 'react'
import { Empty } from '#ui/kit/answer.tsx'
import { Button, GoButton } from '#ui/kit/button.tsx'
import { Card, Note, Part } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { numberText } from '../parts/number.ts'
import { type Kept, keptReport } from './drafts.ts'
import { followTexts, sentTexts as t } from './messages.ts'

/** The number, how to keep it, and what happens now. */
export function Sent({ number }: { number: string }) {
  const kept = keptReport(number)
  const dock = (
    <>
      <GoButton look="plain" to="/">
        {t.home()}
      </GoButton>
      <GoButton to={`/follow/${number}`}>{t.open()}</GoButton>
    </>
  )
  return (
    <Screen title={t.title()} up="/" dock={dock}>
      {kept ? <Receipt kept={kept} /> : <Empty text={followTexts.wrong()} />}
      <Part title={t.next()}>
        <Card>
          <ol className="numbered">
            <li>{t.next1()}</li>
            <li>{t.next2()}</li>
            <li>{t.next3()}</li>
          </ol>
        </Card>
      </Part>
    </Screen>
  )
}

function Receipt({ kept }: { kept: Kept }) {
  const link = linkOf(kept)
  return (
    <>
      <Card>
        <div className="receipt">
          <p className="receipt-thanks">
            <CircleCheck aria-hidden />
            {t.thanks()}
          </p>
          <p className="quiet">{t.number()}</p>
          <p className="receipt-number">{numberText(kept.number)}</p>
          <p>{t.desk({ desk: kept.desk })}</p>
        </div>
      </Card>
      {!kept.insideGrid && (
        <Note tone="soon" icon={<TriangleAlert aria-hidden />}>
          <p>{t.outside()}</p>
        </Note>
      )}
      <Part title={t.save()}>
        <Card>
          <QrCode link={link} />
          <p>{t.saveHint()}</p>
          <div className="buttons">
            <Button look="soft" onClick={() => void navigator.clipboard.writeText(link).then(() => toast(t.copied()))}>
              <Copy aria-hidden />
              {t.copy()}
            </Button>
            {'share' in navigator && (
              <Button
                look="soft"
                onClick={() => void navigator.share({ url: link, title: kept.number }).catch(() => undefined)}
              >
                <Share2 aria-hidden />
                {t.share()}
              </Button>
            )}
          </div>
          <p className="quiet">{t.careful()}</p>
        </Card>
      </Part>
    </>
  )
}

/** The secret stands behind the #, which browsers never send to a server. */
const linkOf = ({ number, secret }: Kept): string => `${location.origin}/town/follow/${number}#${secret}`

function QrCode({ link }: { link: string }) {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    void import('qrcode')
      .then(({ default: qrcode }) => qrcode.toDataURL(link, { margin: 1, width: 360 }))
      .then((url) => wanted && setPicture(url))
    return () => {
      wanted = false
    }
  }, [link])
  return <div className="qr">{picture && <img src={picture} alt={t.qr()} />}</div>
}
