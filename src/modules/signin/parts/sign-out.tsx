import LogOut from 'lucide-react/icons/log-out'
import { queries, useCall } from '#ui/query.tsx'
import { Failure } from '#ui/kit/answer.tsx'
import { Button } from '#ui/kit/button.tsx'
import { goTo } from '#ui/route.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { signOut } from '../contract.ts'
import { signInTexts as t } from './messages.ts'

export function SignOut() {
  const out = useCall(signOut)
  // Nothing of the one who left may stay on the screen of the next.
  const done = () => {
    queries.clear()
    toast(t.signedOut())
    goTo('/', { replace: true })
  }
  return (
    <>
      <Failure error={out.error} />
      <Button look="plain" wide busy={out.isPending} onClick={() => out.mutate({}, { onSuccess: done })}>
        <LogOut aria-hidden />
        {t.out()}
      </Button>
    </>
  )
}
