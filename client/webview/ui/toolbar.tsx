/** Icon buttons, and toolbars with arrow-key navigation. */
import type { ComponentChildren } from "preact";

const ICON_PATHS = {
  in: "M8 3v10M3 8h10",
  out: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  close: "M4 4l8 8M12 4l-8 8",
  find: "M7 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9zM10.3 10.3l3.4 3.4",
  filter: "M2.5 3.5h11l-4.2 5v4l-2.6 1.2V8.5z",
  legend: "M2.5 4h3M8 4h5.5M2.5 8h3M8 8h5.5M2.5 12h3M8 12h5.5",
  tree: "M2.5 6.5h4v3h-4zM10 2.5h3.5v3H10zM10 10.5h3.5v3H10zM6.5 8h1.7V4H10M8.2 8v4H10",
  table: "M2.5 3h11v10h-11zM2.5 6.5h11M2.5 9.8h11M7 3v10",
  outline: "M2.5 3.5h11M5 8h8.5M7.5 12.5h6",
  right: "M2.5 8h10.5M9.5 4.5L13 8l-3.5 3.5",
  down: "M8 2.5V13M4.5 9.5L8 13l3.5-3.5",
  automatic: "M2.5 3h11v10h-11zM6.500 3v10M6.500 8h7",
  fold: "M4.5 6.5L8 3l3.5 3.5M4.5 9.5L8 13l3.5-3.5",
  help: "M5.8 6.2a2.2 2.2 0 1 1 3.3 1.9c-.700.4-1.1.900-1.1 1.6v.300M8 12.7v.100",
  next: "M4 6.5l4 4 4-4",
  previous: "M4 9.5l4-4 4 4",
  weigh:
    "M8 2.5v11M5 13.5h6M3 4.500h10M3 4.5L1.500 9.5h3zM13 4.5l-1.500 5h3zM1.500 9.5a1.500 1.500 0 0 0 3 0M11.500 9.5a1.500 1.500 0 0 0 3 0",
  whole: "M2.5 8L8 3l5.5 5M4.5 7v6h7V7",
} as const;
type IconName = keyof typeof ICON_PATHS;

interface ButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly onClick: () => void;
  /** Shown in the tooltip. */
  readonly shortcut?: string | undefined;
  /** For a toggle button: whether it is on. */
  readonly isPressed?: boolean | undefined;
  /** For a button that opens something: whether that is open. */
  readonly isExpanded?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** An icon with a tooltip. The label is also its accessible name. */
export const Button = ({ label, shortcut, icon, isPressed, isExpanded, isDisabled, onClick }: ButtonProps) => (
  <button
    type="button"
    aria-label={label}
    title={shortcut === undefined ? label : `${label} (${shortcut})`}
    aria-keyshortcuts={shortcut === undefined ? undefined : ariaKeyShortcut(shortcut)}
    aria-pressed={isPressed}
    aria-expanded={isExpanded}
    disabled={isDisabled}
    onClick={onClick}
  >
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICON_PATHS[icon]} />
    </svg>
  </button>
);

/** Returns a shortcut in the form of `aria-keyshortcuts`; undefined for a range of keys, which has none. */
const ariaKeyShortcut = (shortcut: string): string | undefined =>
  shortcut.includes("–")
    ? undefined
    : shortcut === "+"
      ? "Plus"
      : shortcut.replace("Ctrl", "Control").replace(/^Esc$/, "Escape");

interface ToolbarProps {
  readonly label: string;
  readonly className: string;
  readonly children: ComponentChildren;
}

/** A row of buttons. The left and right arrow keys move the focus. */
export const Toolbar = ({ label, className, children }: ToolbarProps) => (
  <div class={`toolbar ${className}`} role="toolbar" aria-label={label} onKeyDown={moveFocus}>
    {children}
  </div>
);

function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const delta = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (delta === 0 || !(event.target instanceof HTMLButtonElement)) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")];
  const next = buttons[(buttons.indexOf(event.target) + delta + buttons.length) % buttons.length];
  next?.focus();
  event.preventDefault();
  event.stopPropagation();
}
