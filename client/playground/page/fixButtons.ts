/** The fixes of a problem as buttons. */
import type { CodeAction, CodeActions } from "../editor/codeActions.ts";
import type { OpenMap } from "../editor/openMaps.ts";
import type { LspRange } from "../editor/positions.ts";
import { button, create } from "./elements.ts";
import { failureNotice, type Notify } from "./notices.ts";

export interface FixButtons {
  readonly element: HTMLElement;
  /** Requests the fixes, and shows them. */
  load(): Promise<void>;
  /** True if the fixes were requested, and the text did not change before the answer. */
  isLoaded(): boolean;
}

interface FixContext {
  readonly actions: CodeActions;
  readonly file: OpenMap;
  /** Where the problem is now. */
  readonly range: () => LspRange;
  readonly notify: Notify;
}

/** Creates an element for the fixes of a problem. It is empty until they are loaded. */
export function createFixButtons({ actions, file, range, notify }: FixContext): FixButtons {
  const element = create("div", { class: "fixes" });
  let isLoaded = false;

  function show(offered: readonly CodeAction[]): void {
    const titles = offered.map(({ title }) => title);
    // Buttons that stay keep the focus.
    if (titles.join("\n") === [...element.children].map(({ textContent }) => textContent).join("\n")) return;
    element.replaceChildren(...titles.map((title) => button(title, () => choose(title), "fix")));
  }

  /** Requests the fix again: the text may have changed elsewhere since it was offered. */
  async function apply(title: string): Promise<void> {
    const offered = await actions.fixes(file, range());
    const action = offered.find((candidate) => candidate.title === title);
    if (action !== undefined && (await actions.apply(action)) === "applied") return;
    show(offered);
    notify("The text has changed since. Choose the fix again.");
  }
  const choose = (title: string): void => void apply(title).catch(failureNotice(notify));

  return {
    element,
    isLoaded: () => isLoaded,
    async load() {
      isLoaded = true;
      const { doc } = file.state;
      const offered = await actions.fixes(file, range());
      isLoaded = file.state.doc.eq(doc);
      show(offered);
    },
  };
}
