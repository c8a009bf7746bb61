import { dayNumber, startOfDay } from '#kernel/clock.ts'
import type { Sheet } from './table.ts'

/** Spreadsheets count days from 30 December 1899. */
const EPOCH = 25_569
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The table as a workbook: title rows over the whole width, headings, rows with their formats, foot. */
export async function xlsxOf({ title, headings, formats, rows, foot }: Sheet): Promise<Uint8Array> {
  // A megabyte of library, loaded when somebody takes a table.
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  const sheet = book.addWorksheet('Sheet1')
  const wide = (text: string, bold: boolean): void => {
    const row = sheet.addRow([text])
    if (headings.length > 1) sheet.mergeCells(row.number, 1, row.number, headings.length)
    row.getCell(1).font = { bold, size: bold ? 16 : 11 }
    row.getCell(1).alignment = { horizontal: bold ? 'center' : 'left' }
  }
  title.forEach((line, i) => wide(line, i === 0))
  const head = sheet.addRow(headings)
  head.eachCell((cell) => {
    cell.font = { bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = EDGES
  })
  for (const cells of rows) {
    const row = sheet.addRow([])
    cells.forEach((value, i) => {
      const cell = row.getCell(i + 1)
      const format = formats[i] ?? null
      const dated = typeof value === 'string' && format?.startsWith('yyyy') && DAY.test(value)
      cell.value = dated ? dayNumber(startOfDay(value)) + EPOCH : value
      cell.numFmt = format ?? (typeof value === 'string' ? '@' : 'General')
      cell.border = EDGES
    })
  }
  foot.forEach((line) => wide(line, false))
  headings.forEach((heading, i) => (sheet.getColumn(i + 1).width = Math.min(40, Math.max(8, heading.length * 2 + 4))))
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const line = { style: 'thin' } as const
const EDGES = { top: line, left: line, bottom: line, right: line }
