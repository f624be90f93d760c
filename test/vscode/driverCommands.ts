/** The commands that the suite sends to the driver of the window. */
export type DriverCommand =
  /** Prints a line in the terminal. */
  | { readonly do: "print"; readonly text: string }
  /** Ends the suite with its result. */
  | { readonly do: "finish"; readonly passed: number; readonly failed: number }
  | { readonly do: "screenshot"; readonly name: string }
  | { readonly do: "type"; readonly text: string }
  /** Keys in Playwright's notation: `Control+K`. */
  | { readonly do: "press"; readonly keys: string }
  | ({ readonly do: "click"; readonly button?: "right" } & ElementTarget)
  /** Drags from the center of one element to the center of another one. */
  | ({ readonly do: "drag"; readonly to: string } & ElementTarget)
  /** Drops text from outside of the window at the right end of an element. */
  | ({ readonly do: "drop"; readonly text: string } & ElementTarget)
  /** Waits until an element is visible or hidden. */
  | ({ readonly do: "waitFor"; readonly state: "visible" | "hidden" } & ElementTarget)
  /** Returns the texts of all matching elements. */
  | ({ readonly do: "texts" } & ElementTarget)
  /** Waits until an expression is truthy in a page, and returns its value. */
  | {
      readonly do: "waitUntilTrue";
      readonly expression: string;
      readonly page: WebviewPage;
      readonly which?: number;
    }
  /** Returns everything that the window has blocked because of a content security policy. */
  | { readonly do: "policyViolations" };

/** A webview in the window: our preview, or VS Code's Markdown preview. */
export type WebviewPage = "preview" | "markdown";

/** The first element that matches a selector, in the workbench or in a webview. */
export interface ElementTarget {
  readonly selector: string;
  readonly page?: WebviewPage;
  /** The index of the webview among those of its kind, in the order in which they were opened. */
  readonly which?: number;
}
