import { type TableKind, tableKinds } from "../../../server/core/tables/table.ts";
import type { CardTable } from "../../../server/protocol/tables.ts";
import { copyTables } from "../export/loadExporter.ts";
import { messages } from "../messages/messages.ts";
import { type CopyFormat, copyFormats } from "./copyFormats.ts";

interface TableBarProps {
  readonly kind: TableKind;
  readonly onShowKind: (kind: TableKind) => void;
  /** Returns the tables as they are shown; undefined if there are none. */
  readonly tables: (() => readonly CardTable[]) | undefined;
  readonly onExport: (tables: readonly CardTable[]) => void;
  /** Says something to the user. */
  readonly onAnnounce: (text: string) => void;
}

/** Tabs for the kinds of tables, and buttons that copy or export what is shown. */
export function TableBar({ kind, onShowKind, tables, onExport, onAnnounce }: TableBarProps) {
  async function copy(format: CopyFormat): Promise<void> {
    try {
      await copyTables(tables?.() ?? [], format);
      onAnnounce(messages.tables.copied);
    } catch {
      onAnnounce(messages.tables.copyFailed);
    }
  }

  /** Arrow keys move between the tabs, and show the one that gets the focus. */
  function onKeyDown(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
    const delta = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = tableKinds[(tableKinds.indexOf(kind) + delta + tableKinds.length) % tableKinds.length];
    if (delta === 0 || next === undefined) return;
    event.preventDefault();
    onShowKind(next);
    event.currentTarget.querySelector<HTMLElement>(`#table-tab-${next}`)?.focus();
  }

  return (
    <div class="table-bar">
      <div class="tabs" role="tablist" aria-label={messages.tables.label} onKeyDown={onKeyDown}>
        {tableKinds.map((one) => (
          <button
            key={one}
            type="button"
            id={`table-tab-${one}`}
            class="text-button tab"
            role="tab"
            aria-selected={one === kind}
            aria-controls="table-panel"
            tabIndex={one === kind ? 0 : -1}
            onClick={() => onShowKind(one)}
          >
            {messages.tables.kinds[one]}
          </button>
        ))}
      </div>
      {tables !== undefined && (
        <div class="table-actions">
          {copyFormats.map((format) => {
            const { label, tooltip } = messages.tables.copyFormats[format];
            return (
              <button
                key={format}
                type="button"
                class="text-button"
                title={tooltip}
                aria-label={tooltip}
                onClick={() => void copy(format)}
              >
                {label}
              </button>
            );
          })}
          <button
            type="button"
            class="text-button"
            title={messages.tables.exportTooltip}
            onClick={() => onExport(tables())}
          >
            {messages.tables.export}
          </button>
        </div>
      )}
    </div>
  );
}
