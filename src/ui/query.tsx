import {
  QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import type { z } from 'zod'
import type { Command, OutputOf, Query } from '#kernel/contract.ts'
import { ask, call, CallError, listen, newId } from './call.ts'

/** Refusals are answers; only an unreachable or busy server is worth asking again. */
const worthRetrying = (tries: number, error: Error): boolean =>
  tries < 2 && error instanceof CallError && (error.code === 'offline' || error.code === 'unavailable')

export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: worthRetrying, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

export const Queries = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queries}>{children}</QueryClientProvider>
)

type Asking = { when?: boolean; everyMs?: number }

/** What the server answers to a query, kept fresh; the key is the query's name and input. */
export function useAsk<Q extends Query>(query: Q, input: z.input<Q['input']>, { when = true, everyMs }: Asking = {}) {
  return useQuery<OutputOf<Q>, CallError>({
    queryKey: [query.name, input],
    queryFn: ({ signal }) => ask(query, input, signal),
    enabled: when,
    ...(everyMs ? { refetchInterval: everyMs } : {}),
  })
}

type Paged = { rows: readonly unknown[]; next: string | null }

/** A list, page after page. */
export function usePages<Q extends Query>(query: Q, input: z.input<Q['input']>, { when = true }: Asking = {}) {
  const pages = useInfiniteQuery({
    queryKey: [query.name, 'pages', input],
    queryFn: ({ pageParam, signal }) => ask(query, { ...input, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => (last as Paged).next,
    enabled: when,
  })
  const rows = (pages.data?.pages ?? []).flatMap((page) => (page as Paged).rows) as OutputOf<Q> extends {
    rows: (infer R)[]
  }
    ? R[]
    : never
  return {
    ...pages,
    rows,
    error: pages.error as CallError | null,
    first: pages.data?.pages[0] as OutputOf<Q> | undefined,
  }
}

/**
 * Sends a command. The same input goes out under the same key, so that trying again after a lost answer is the same
 * command; other input, or an answer, brings a new key. `refresh` names the queries whose answers it changes.
 */
export function useCall<C extends Command>(command: C, refresh: readonly { name: string }[] = []) {
  const client = useQueryClient()
  const sent = useRef({ key: '', body: '' })
  return useMutation<OutputOf<C>, CallError, z.input<C['input']>>({
    mutationFn: (input) => {
      const body = JSON.stringify(input)
      if (sent.current.body !== body) sent.current = { key: newId(), body }
      return call(command, input, sent.current.key)
    },
    onSuccess: async () => {
      sent.current = { key: '', body: '' }
      await Promise.all(refresh.map(({ name }) => client.invalidateQueries({ queryKey: [name] })))
    },
    onError: (error) => {
      if (error.code !== 'offline' && error.code !== 'unavailable') sent.current = { key: '', body: '' }
    },
  })
}

/** Asks these again, after something that was sent by another way than a command. */
export function useAskAgain(names: readonly { name: string }[]): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all(names.map(({ name }) => client.invalidateQueries({ queryKey: [name] })))
  }
}

/** Asks again whatever hangs on an event whose name begins so, as soon as it is heard. */
export function useLive(prefix: string, refresh: readonly { name: string }[], when = true): void {
  const client = useQueryClient()
  const names = refresh.map(({ name }) => name).join(' ')
  useEffect(() => {
    if (!when) return
    return listen((told) => {
      if (!told.some(({ name }) => name.startsWith(prefix))) return
      for (const name of names.split(' ')) void client.invalidateQueries({ queryKey: [name] })
    })
  }, [client, prefix, names, when])
}
