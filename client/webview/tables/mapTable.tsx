import { nextSorting, type Sorting } from "../../../server/core/tables/sortRows.ts";
import { type Cell, entriesIn, LIST_SEPARATOR, type LinkedText, type Row } from "../../../server/core/tables/table.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { CardTable } from "../../../server/protocol/tables.ts";
import { messages } from "../messages/messages.ts";
import { MAX_ROWS, type ShownRow, type ShownRows } from "./tableRows.ts";

/** The sort order, the search result, and the handler of links. */
export interface LinkContext {
  readonly selected: CardId | undefined;
  /** The card at the editor's cursor. */
  readonly cursorCard: CardId | undefined;
  readonly hits: ReadonlySet<CardId>;
  readonly currentHit: CardId | undefined;
  readonly onOpen: (card: CardId, preserveFocus: boolean) => void;
}

interface MapTableProps {
  readonly table: CardTable;
  readonly shown: ShownRows;
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting | undefined) => void;
  readonly links: LinkContext;
}

/** A table about the map. The headings sort it; the cells lead to entries. */
export function MapTable({ table, shown, sorting, onSort, links }: MapTableProps) {
  const { columns, totals, notes, title } = table;
  const moreRows = shown.rows.length - MAX_ROWS;
  const cellClass = (column: number, tone?: string): string | undefined =>
    [columns[column]?.isNumeric && "number", tone].filter(Boolean).join(" ") || undefined;
  const renderRow = (cells: Row<CardId>) =>
    cells.map((cell, column) =>
      column === 0 ? (
        <th key={column} scope="row">
          <CellText cell={cell} links={links} />
        </th>
      ) : (
        <td key={column} class={cellClass(column, cell.tone)}>
          <CellText cell={cell} links={links} />
        </td>
      ),
    );
  return (
    <div class="map-table">
      <table>
        <caption>
          <span>{title}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => {
              const isSorted = sorting?.column === index;
              const direction = sorting?.isDescending ? "descending" : "ascending";
              return (
                <th
                  key={index}
                  scope="col"
                  class={cellClass(index, column.entry && "has-entry")}
                  aria-sort={isSorted ? direction : undefined}
                >
                  <span class="heading">
                    <button
                      type="button"
                      class="sort"
                      title={messages.tables.sortBy(column.heading)}
                      onClick={() => onSort(nextSorting(sorting, index, column))}
                    >
                      <span>{column.heading}</span>
                      <span class={`direction ${isSorted ? "is-sorted" : ""}`} aria-hidden="true">
                        {isSorted ? (direction === "descending" ? "▼" : "▲") : ""}
                      </span>
                    </button>
                    {column.entry !== undefined && (
                      <TextLink
                        label="↗"
                        name={messages.tables.goTo(column.heading)}
                        entry={column.entry}
                        links={links}
                      />
                    )}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.rows.slice(0, MAX_ROWS).map((row) => (
            <tr key={rowKey(row)} class={row.isDimmed ? "is-dimmed" : undefined}>
              {renderRow(row.cells)}
            </tr>
          ))}
        </tbody>
        {totals.length > 0 && (
          <tfoot>
            {totals.map((cells, index) => (
              <tr key={index}>{renderRow(cells)}</tr>
            ))}
          </tfoot>
        )}
      </table>
      {shown.filteredOut > 0 && <p class="note">{messages.tables.filteredOut(shown.filteredOut)}</p>}
      {moreRows > 0 && <p class="note">{messages.tables.moreRows(moreRows)}</p>}
      {notes.map((note, index) => (
        <p key={index} class="note">
          <LinkedTextParts text={note} links={links} />
        </p>
      ))}
    </div>
  );
}

/** A row keeps its elements, and so the focus, when the table is sorted or changes. */
const rowKey = ({ cells: [heading] }: ShownRow): string => entriesIn(heading?.text ?? []).join();

/** The text of a cell, with each item of a list on a line of its own. */
const CellText = ({ cell: { text }, links }: { readonly cell: Cell<CardId>; readonly links: LinkContext }) => (
  <>
    {itemsOf(text).map((item, index) => (
      <div key={index}>
        <LinkedTextParts text={item} links={links} />
      </div>
    ))}
  </>
);

function itemsOf(text: LinkedText<CardId>): readonly LinkedText<CardId>[] {
  const items: (typeof text)[number][][] = [[]];
  for (const part of text) {
    if (part === LIST_SEPARATOR) items.push([]);
    else items.at(-1)?.push(part);
  }
  return items;
}

const LinkedTextParts = ({ text, links }: { readonly text: LinkedText<CardId>; readonly links: LinkContext }) => (
  <>
    {text.map((part, index) =>
      typeof part === "string" ? part : <TextLink key={index} label={part.label} entry={part.entry} links={links} />,
    )}
  </>
);

interface TextLinkProps {
  readonly label: string;
  /** The accessible name, if it is not the label. */
  readonly name?: string;
  readonly entry: CardId;
  readonly links: LinkContext;
}

/** A first click selects the entry and scrolls the text to it; a second one, or the keyboard, goes to the text. */
function TextLink({ label, name, entry, links }: TextLinkProps) {
  const { selected, cursorCard, hits, currentHit, onOpen } = links;
  const classes = [
    "entry-link",
    entry === selected && "is-selected",
    entry === cursorCard && "is-marked",
    hits.has(entry) && "is-hit",
    entry === currentHit && "is-current-hit",
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button does not wrap within a text, and there is no address for an anchor
    <span
      role="link"
      class={classes.filter(Boolean).join(" ")}
      data-entry={entry}
      // `tableNavigation.ts` makes one link the tab stop.
      tabIndex={-1}
      aria-label={name}
      title={name}
      aria-current={entry === selected ? "true" : undefined}
      onClick={() => onOpen(entry, entry !== selected)}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        onOpen(entry, false);
      }}
    >
      {label}
    </span>
  );
}
