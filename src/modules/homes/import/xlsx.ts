import ExcelJS from 'exceljs'
import { refuse } from '#kernel/errors.ts'
import { type Cell, cellOfText, isLost, MOST_COLUMNS, MOST_ROWS, plain } from './sheet.ts'
import { checkZip } from './zip.ts'

export type CellLine = { line: number; cells: Cell[] }

/** The first sheet that holds something. */
export async function xlsxLines(bytes: Buffer): Promise<CellLine[]> {
  checkZip(bytes)
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  } catch {
    refuse('unsupported_file', { why: 'damaged' })
  }
  const sheet = book.worksheets.find(({ actualRowCount }) => actualRowCount > 0)
  if (!sheet) return []
  const lines: CellLine[] = []
  sheet.eachRow((row, line) => {
    if (lines.length > MOST_ROWS + 50) return
    const width = Math.min(row.cellCount, MOST_COLUMNS)
    lines.push({ line, cells: Array.from({ length: width }, (_, at) => cellOf(row.getCell(at + 1).value)) })
  })
  return lines
}

function cellOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined || typeof value === 'boolean') return { text: '' }
  if (typeof value === 'string') return cellOfText(value)
  if (typeof value === 'number') return isLost(value) ? { text: String(value), lost: true } : { text: String(value) }
  if (value instanceof Date) return dayCell(value)
  if ('richText' in value) return cellOfText(value.richText.map(({ text }) => text).join(''))
  if ('result' in value) return cellOf(value.result as ExcelJS.CellValue)
  if ('text' in value) return cellOfText(plain(String(value.text)))
  return { text: '' }
}

function dayCell(value: Date): Cell {
  if (Number.isNaN(value.getTime())) return { text: '' }
  const day = value.toISOString().slice(0, 10)
  return { text: day, day }
}
