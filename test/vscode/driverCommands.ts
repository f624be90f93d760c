/** What the suite may ask of whoever drives the window. */
export type DriverCommand =
  /** A line for the terminal. */
  | { readonly do: "say"; readonly text: string }
  | { readonly do: "end"; readonly passed: number; readonly failed: number }
  | { readonly do: "screenshot"; readonly name: string }
  | { readonly do: "type"; readonly text: string }
  /** As Playwright names keys: `Control+K`. */
  | { readonly do: "press"; readonly keys: string }
  | ({ readonly do: "click"; readonly button?: "right" } & ElementTarget)
  /** From the middle of what the selector finds to the middle of what `to` finds, with the mouse held down. */
  | ({ readonly do: "drag"; readonly to: string } & ElementTarget)
  /** Words that come from outside of the window, let go at the right end of what the selector finds. */
  | ({ readonly do: "drop"; readonly text: string } & ElementTarget)
  /** Until it is seen, or no longer seen; for so many milliseconds, where it may never be. */
  | ({ readonly do: "wait"; readonly gone?: boolean; readonly patience?: number } & ElementTarget)
  | ({ readonly do: "texts" } & ElementTarget)
  /** Until an expression gives something true in the page; looked at with each frame that is drawn. */
  | { readonly do: "hold"; readonly expression: string; readonly page: WebviewPage; readonly which?: number }
  /** What the window has refused to load or run, by its content-security policies. */
  | { readonly do: "refusals" };

/** A page within the window, in a webview: that of our preview, or of VS Code's own for Markdown. */
export type WebviewPage = "preview" | "markdown";

/** The first element that a selector finds, in the workbench or in a page within it. */
export interface ElementTarget {
  readonly selector: string;
  readonly page?: WebviewPage;
  /** Of several such pages the one that was opened as this one, counted from 0. */
  readonly which?: number;
}
