import { type PointerEvent, useRef, useState } from 'react'
import type { Mark, Picture } from './draw.ts'
import { shapeAt, unview, type View, viewed } from './shapes.ts'

export type Hovered = { x: number; y: number; code?: string | undefined; mark?: Mark | undefined }
type Heard = {
  view: View
  picture: Omit<Picture, 'hovered'>
  move: (dx: number, dy: number) => void
  onArea: (code: string) => void
  onMark: (id: string) => void
}

const REACH = 9
/** Less than this is a click by an unsteady hand. */
const STILL = 4
const LAYERS = { late: 2, soon: 1, work: 0 }

/** What lies under the pointer, dragging, and clicks that are not drags. */
export function usePointer({ view, picture, move, onArea, onMark }: Heard) {
  const [hovered, setHovered] = useState<Hovered>()
  const pressed = useRef<{ x: number; y: number; moved: number } | undefined>(undefined)

  const under = (event: PointerEvent<HTMLCanvasElement>): Hovered => {
    const { offsetX: x, offsetY: y } = event.nativeEvent
    const context = event.currentTarget.getContext('2d')
    const code = context ? shapeIn(picture, context, unview(view, [x, y])) : undefined
    return { x, y, code, mark: nearest(picture.marks, view, x, y) }
  }
  return {
    hovered,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
        pressed.current = { x: event.clientX, y: event.clientY, moved: 0 }
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
        const from = pressed.current
        if (!from) return setHovered(under(event))
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
        pressed.current = { x: event.clientX, y: event.clientY, moved: from.moved + Math.abs(dx) + Math.abs(dy) }
        if (pressed.current.moved > STILL) move(dx, dy)
      },
      onPointerUp: (event: PointerEvent<HTMLCanvasElement>) => {
        const moved = pressed.current?.moved ?? Infinity
        pressed.current = undefined
        if (moved > STILL) return
        const { code, mark } = under(event)
        if (mark) onMark(mark.id)
        else if (code) onArea(code)
      },
      onPointerLeave: () => setHovered(undefined),
    },
  }
}

/** The transform belongs to the drawing; asking in plain pixels needs it away for a moment. */
function shapeIn(
  picture: Heard['picture'],
  context: CanvasRenderingContext2D,
  at: [number, number],
): string | undefined {
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  const code = shapeAt(picture.shaded, at, context)?.code
  context.restore()
  return code
}

function nearest(marks: readonly Mark[], view: View, x: number, y: number): Mark | undefined {
  const within = marks.flatMap((mark) => {
    const [mx, my] = viewed(view, [mark.x, mark.y])
    const away = Math.hypot(mx - x, my - y)
    return away <= REACH ? [{ mark, away }] : []
  })
  return within.sort((a, b) => LAYERS[b.mark.state] - LAYERS[a.mark.state] || a.away - b.away)[0]?.mark
}
