import ExcelJS from 'exceljs'

export type File = { name: string; type: string; base64: string; rows: number }
export type Sheet = { name: string; headers: readonly string[]; rows: readonly (readonly string[])[] }

/** A cell that begins so is a formula to a spreadsheet, and a formula can fetch and send (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** With the mark that tells Excel it is UTF-8. */
export function csvFile({ name, headers, rows }: Sheet): File {
  const lines = [headers, ...rows].map((cells) => cells.map((cell) => quoted(harmless(cell))).join(','))
  const text = `\uFEFF${lines.join('\r\n')}\r\n`
  return {
    name: `${name}.csv`,
    type: 'text/csv; charset=utf-8',
    base64: Buffer.from(text).toString('base64'),
    rows: rows.length,
  }
}

/** All cells are texts, so that no number loses digits and no text becomes a formula. */
export async function xlsxFile({ name, headers, rows }: Sheet): Promise<File> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Sheet1', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRow([...headers]).font = { bold: true }
  for (const row of rows) sheet.addRow(row.map(harmless))
  sheet.columns.forEach((column, at) => {
    column.numFmt = '@'
    column.width = Math.min(40, Math.max(10, (headers[at] ?? '').length * 2 + 4))
  })
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  return {
    name: `${name}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    base64: bytes.toString('base64'),
    rows: rows.length,
  }
}
