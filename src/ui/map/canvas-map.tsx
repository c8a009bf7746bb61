import { Maximize, Minus, Plus } from 'lucide-react'
import { type ReactNode, useMemo, useRef } from 'react'
import type { Mark, Picture } from './draw.ts'
import { mapTexts as t } from './messages.ts'
import type { Area } from './outlines.ts'
import { projectionFor, shapesOf } from './shapes.ts'
import { useDrawing, useSize, useView } from './canvas.ts'
import { usePointer } from './pointer.ts'
import './map.css'

export type MapPoint = Pick<Mark, 'id' | 'title' | 'state' | 'form'> & { lon: number; lat: number }

export type CanvasMapProps = {
  /** What the picture shows, for those who cannot see it. */
  label: string
  /** The picture starts whole again when this changes. */
  name: string
  /** The areas that the picture is fitted to. */
  fit: readonly Area[]
  around: readonly Area[]
  shaded: readonly Area[]
  frames: readonly Area[]
  points: readonly MapPoint[]
  values: ReadonlyMap<string, number>
  steps: readonly number[]
  chosen?: string
  onArea: (code: string) => void
  onPoint: (id: string) => void
  /** The label under the pointer. */
  tell: (code: string) => ReactNode
}

/** Areas in five shades, points on top, names with a halo. Everything it shows is also in a table beside it. */
export function CanvasMap(props: CanvasMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [box, size] = useSize()
  const still = useStillPicture(props, size)
  const { view, nearer, farther, whole, move } = useView(canvas, size, props.name)
  const pointer = usePointer({ view, picture: still, move, onArea: props.onArea, onMark: props.onPoint })
  const hovered = pointer.hovered?.mark ? undefined : pointer.hovered?.code
  const picture = useMemo(() => ({ ...still, hovered }), [still, hovered])
  useDrawing(canvas, size, view, picture)
  return (
    <div ref={box} className="map-canvas">
      <canvas ref={canvas} data-pointing={hovered || pointer.hovered?.mark ? '' : undefined} {...pointer.handlers}>
        {props.label}
      </canvas>
      {pointer.hovered && (pointer.hovered.mark || pointer.hovered.code) && (
        <div className="map-hover" style={besideThe(pointer.hovered, size.width)}>
          {pointer.hovered.mark ? pointer.hovered.mark.title : props.tell(pointer.hovered.code ?? '')}
        </div>
      )}
      <div className="map-zoom">
        <button type="button" onClick={nearer} aria-label={t.nearer()}>
          <Plus size={16} aria-hidden />
        </button>
        <button type="button" onClick={farther} aria-label={t.farther()}>
          <Minus size={16} aria-hidden />
        </button>
        <button type="button" onClick={whole} aria-label={t.whole()}>
          <Maximize size={14} aria-hidden />
        </button>
      </div>
    </div>
  )
}

function useStillPicture(props: CanvasMapProps, size: { width: number; height: number }): Picture {
  const { fit, around, shaded, frames, points, values, steps, chosen } = props
  const projection = useMemo(() => projectionFor(fit, size), [fit, size])
  const shapes = useMemo(
    () => ({
      around: shapesOf(around, projection),
      shaded: shapesOf(shaded, projection),
      frames: shapesOf(frames, projection),
    }),
    [around, shaded, frames, projection],
  )
  const marks = useMemo(
    () =>
      points.flatMap(({ lon, lat, ...point }) => {
        const at = projection([lon, lat])
        return at ? [{ ...point, x: at[0], y: at[1] }] : []
      }),
    [points, projection],
  )
  return useMemo(() => ({ ...shapes, marks, values, steps, chosen }), [shapes, marks, values, steps, chosen])
}

const LABEL_WIDTH = 240

const besideThe = ({ x, y }: { x: number; y: number }, width: number) =>
  x + LABEL_WIDTH > width ? { right: width - x + 12, top: y + 12 } : { left: x + 12, top: y + 12 }
