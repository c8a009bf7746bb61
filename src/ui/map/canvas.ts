import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { drawMap, type Picture } from './draw.ts'
import { type Size, type View, WHOLE_VIEW, zoomed } from './shapes.ts'

/** The size of an element, as it changes. */
export function useSize(): [React.RefObject<HTMLDivElement | null>, Size] {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    if (!box.current) return
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) })
    })
    watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [])
  return [box, size]
}

export function useDrawing(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  size: Size,
  view: View,
  picture: Picture,
): void {
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!canvas.current || !context || size.width === 0) return
    drawMap(context, size, view, picture)
  }, [canvas, size, view, picture])
}

/** Wheel and buttons enlarge, dragging moves; a new picture starts whole. */
export function useView(canvas: React.RefObject<HTMLCanvasElement | null>, size: Size, pictureName: string) {
  const [view, setView] = useState<View>(WHOLE_VIEW)
  const [shown, setShown] = useState(pictureName)
  if (shown !== pictureName) {
    setShown(pictureName)
    setView(WHOLE_VIEW)
  }
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    // React listens passively to wheels, and a passive listener may not keep the page from scrolling.
    const turned = (event: WheelEvent): void => {
      event.preventDefault()
      setView((was) => zoomed(was, event.deltaY < 0 ? 1.25 : 0.8, [event.offsetX, event.offsetY]))
    }
    element.addEventListener('wheel', turned, { passive: false })
    return () => element.removeEventListener('wheel', turned)
  }, [canvas])
  const middle: [number, number] = [size.width / 2, size.height / 2]
  return {
    view,
    nearer: () => setView((was) => zoomed(was, 1.5, middle)),
    farther: () => setView((was) => zoomed(was, 1 / 1.5, middle)),
    whole: () => setView(WHOLE_VIEW),
    move: (dx: number, dy: number) => setView((was) => (was.k === 1 ? was : { ...was, x: was.x + dx, y: was.y + dy })),
  }
}
