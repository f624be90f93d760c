/** What the suite may ask of whoever drives the window. */
export type Order =
  /** A line for the terminal. */
  | { readonly do: "say"; readonly text: string }
  | { readonly do: "end"; readonly passed: number; readonly failed: number }
  | { readonly do: "screenshot"; readonly name: string }
  | { readonly do: "type"; readonly text: string }
  /** As Playwright names keys: `Control+K`. */
  | { readonly do: "press"; readonly keys: string }
  | ({ readonly do: "click" } & Place)
  /** Until it is seen, or no longer seen. */
  | ({ readonly do: "wait"; readonly gone?: boolean } & Place)
  | ({ readonly do: "texts" } & Place);

/** The first element that a selector finds, in the workbench or within the preview's page. */
export interface Place {
  readonly selector: string;
  readonly inPreview?: boolean;
}
