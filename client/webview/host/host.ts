import type { ToPanel } from "../../../server/protocol/preview.ts";
import type { WeighingMode } from "../state/viewOptions.ts";

/** Everything that the page needs from its environment: VS Code's panel, or an exported HTML file. */
export interface Host {
  /** Whether there are an editor and a server behind the page, which edit and weigh maps and show articles. */
  readonly canEdit: boolean;
  /** How the map was weighed when it was exported. Absent if nothing was weighed, or if there is a server that weighs. */
  readonly exportedWeighing?: Exclude<WeighingMode, "off">;
  /** Sends a message to the panel; without a panel, only links are opened. */
  post(message: ToPanel): void;
  /** Stores the state of the page for when the same page is opened again. */
  setState(state: unknown): void;
  /** Returns the stored state; undefined if there is none. */
  getState(): unknown;
  /** Calls `onMessage` with every message to the page from now on. The messages are not validated. */
  listen(onMessage: (message: unknown) => void): void;
}
