import { colourOf, NOTHING, rampFor } from './ramp.ts'
import { type Shape, type Size, type View, viewed } from './shapes.ts'

export type MarkState = 'late' | 'soon' | 'work'
/** Its form where points of several kinds lie on one map; otherwise the state has a form of its own. */
export type MarkForm = 'square' | 'diamond'
export type Mark = { id: string; x: number; y: number; title: string; state: MarkState; form?: MarkForm | undefined }

export type Picture = {
  /** Neighbours, for orientation only. */
  around: readonly Shape[]
  shaded: readonly Shape[]
  /** Borders of the level above, drawn stronger and with names. */
  frames: readonly Shape[]
  marks: readonly Mark[]
  values: ReadonlyMap<string, number>
  steps: readonly number[]
  hovered?: string | undefined
  chosen?: string | undefined
}

const INK = '#15201b'
const BRAND = '#0e5a45'
const FONT = '600 14px "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

/** One canvas, the same picture on every machine: no graphics card is asked for. */
export function drawMap(context: CanvasRenderingContext2D, size: Size, view: View, picture: Picture): void {
  const ratio = fitCanvas(context.canvas, size)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, size.width, size.height)
  context.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y)
  context.lineJoin = 'round'
  drawAreas(context, view, picture)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  for (const mark of picture.marks) if (mark.state === 'work' && !mark.form) drawMark(context, view, mark)
  for (const mark of picture.marks) if (mark.state === 'soon' && !mark.form) drawMark(context, view, mark)
  for (const mark of picture.marks) if (mark.state === 'late' && !mark.form) drawMark(context, view, mark)
  drawNames(context, view, picture.frames)
  // Few, and each looked for by somebody: no name covers them.
  for (const mark of picture.marks) if (mark.form) drawMark(context, view, mark)
}

/** As sharp as the screen, twice at most. Setting the size of a canvas clears it and costs, so only when it differs. */
function fitCanvas(canvas: HTMLCanvasElement, size: Size): number {
  const ratio = Math.min(window.devicePixelRatio || 1, 2)
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  return ratio
}

function drawAreas(context: CanvasRenderingContext2D, view: View, picture: Picture): void {
  const stroke = (shape: Shape, colour: string, width: number) => {
    context.strokeStyle = colour
    context.lineWidth = width / view.k
    context.stroke(shape.path)
  }
  for (const shape of picture.around) {
    context.fillStyle = '#f4f6f5'
    context.fill(shape.path)
    stroke(shape, '#d5dcd8', 1)
  }
  const colours = rampFor(picture.steps)
  for (const shape of picture.shaded) {
    const value = picture.values.get(shape.code) ?? 0
    context.fillStyle = value > 0 ? colourOf(value, picture.steps, colours) : NOTHING
    context.fill(shape.path)
    stroke(shape, value > 0 ? '#ffffff' : '#d9e2dd', 0.8)
  }
  for (const shape of picture.frames) stroke(shape, '#41584e', 1.3)
  for (const shape of picture.shaded) if (shape.code === picture.hovered) stroke(shape, INK, 2)
  for (const shape of [...picture.frames, ...picture.shaded]) if (shape.code === picture.chosen) stroke(shape, BRAND, 3)
}

/** Red round late, amber diamond soon, blue dot in work: shape and size say it too. */
function drawMark(context: CanvasRenderingContext2D, view: View, mark: Mark): void {
  const [x, y] = viewed(view, [mark.x, mark.y])
  const more = Math.min(2, (view.k - 1) * 0.5)
  context.beginPath()
  if (mark.form === 'square') context.rect(x - 4.5 - more, y - 4.5 - more, 9 + 2 * more, 9 + 2 * more)
  else if (mark.form === 'diamond' || mark.state === 'soon') diamond(context, x, y, 5.5 + more)
  else context.arc(x, y, (mark.state === 'late' ? 5.5 : 2.6) + more, 0, Math.PI * 2)
  context.fillStyle = { late: '#b42318', soon: '#d97f06', work: '#1f5fa8' }[mark.state]
  context.strokeStyle = '#ffffff'
  context.lineWidth = mark.state === 'work' && !mark.form ? 1 : 1.8
  if (mark.state === 'late') halo(context, x, y, 10 + more)
  context.fill()
  context.stroke()
}

function halo(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  const ring = new Path2D()
  ring.arc(x, y, radius, 0, Math.PI * 2)
  context.save()
  context.fillStyle = 'rgb(180 35 24 / 18%)'
  context.fill(ring)
  context.restore()
}

function diamond(context: CanvasRenderingContext2D, x: number, y: number, reach: number): void {
  context.moveTo(x, y - reach)
  context.lineTo(x + reach, y)
  context.lineTo(x, y + reach)
  context.lineTo(x - reach, y)
  context.closePath()
}

/** A name that would cover another is left out; more appear on coming nearer. */
function drawNames(context: CanvasRenderingContext2D, view: View, shapes: readonly Shape[]): void {
  const taken: [number, number, number][] = []
  context.font = FONT
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const { name, middle } of shapes) {
    const [x, y] = viewed(view, middle)
    const half = context.measureText(name).width / 2 + 3
    if (taken.some(([tx, ty, th]) => Math.abs(tx - x) < half + th && Math.abs(ty - y) < 18)) continue
    taken.push([x, y, half])
    context.lineWidth = 4
    context.strokeStyle = 'rgb(255 255 255 / 88%)'
    context.strokeText(name, x, y)
    context.fillStyle = INK
    context.fillText(name, x, y)
  }
}
