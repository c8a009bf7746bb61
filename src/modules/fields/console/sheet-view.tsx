import type { Layout } from '../contract.ts'

/** It scrolls sideways, so the keyboard has to get there. */
const REACHED = { tabIndex: 0 }

/** The table as it will be printed: titles, headings, an empty row, the foot. */
export const SheetView = ({ layout, name }: { layout: Layout; name: string }) => (
  <section className="sheet-view" aria-label={name} {...REACHED}>
    <table>
      <caption>
        {layout.title.length > 0
          ? layout.title.map((line, at) => (at === 0 ? line : <span key={line}>{line}</span>))
          : name}
      </caption>
      <thead>
        <tr>
          {layout.columns.map(({ heading, from }) => (
            <th key={`${from} ${heading}`} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[1, 2].map((row) => (
          <tr key={row}>
            {layout.columns.map(({ from, heading }) => (
              <td key={`${from} ${heading}`}>{from === '#' ? row : ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {layout.foot.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </section>
)
