/** The list of problems below the text, with the fixes that the server offers. */
import type { CodeAction, CodeActions } from "../editor/codeActions.ts";
import type { PublishedProblem } from "../editor/diagnostics.ts";
import type { OpenMap } from "../editor/openMaps.ts";
import type { LspRange } from "../editor/positions.ts";
import { button, byId, create } from "./elements.ts";

export interface ProblemsList {
  /** Shows the problems of the file in the editor. */
  show(file: OpenMap, problems: readonly PublishedProblem[]): void;
  /** Returns what a tooltip says of a problem. */
  renderTooltip(file: OpenMap, problem: PublishedProblem): Node;
}

interface ListOptions {
  readonly actions: () => CodeActions;
  /** Moves the cursor to a problem. */
  readonly onGoTo: (range: LspRange) => void;
}

const words = { error: "Error", warning: "Warning", info: "Note", hint: "Hint" } as const;

/** Further problems are counted but not listed. */
const MAX_LISTED = 100;

/** Connects the list, which the user opens with its button. */
export function createProblemsList({ actions, onGoTo }: ListOptions): ProblemsList {
  const toggle = byId("problems-toggle", HTMLButtonElement);
  const list = byId("problems", HTMLElement);
  let current: { readonly file: OpenMap; readonly problems: readonly PublishedProblem[] } | undefined;

  const isOpen = (): boolean => toggle.getAttribute("aria-expanded") === "true";

  function render(): void {
    const problems = current?.problems ?? [];
    const serious = problems.some(({ severity }) => severity === "error");
    toggle.textContent = problems.length === 0 ? "No problems" : counted(problems.length);
    toggle.dataset["severity"] = problems.length === 0 ? "none" : serious ? "error" : "warning";
    list.hidden = !isOpen();
    list.replaceChildren();
    if (list.hidden || current === undefined) return;
    const { file } = current;
    const items = problems.slice(0, MAX_LISTED).map((problem) => listItem(file, problem));
    list.append(
      problems.length === 0 ? create("p", { class: "empty" }, "The map has no problems.") : create("ul", {}, ...items),
    );
  }

  function listItem(file: OpenMap, problem: PublishedProblem): HTMLElement {
    const { range, severity, message, reference } = problem;
    const line = button("", () => onGoTo(range), "problem");
    line.append(
      create("span", { class: `severity ${severity}` }, words[severity]),
      create("span", { class: "message" }, message),
      create("span", { class: "line" }, `Line ${range.start.line + 1}`),
    );
    const fixes = fixButtons(file, problem);
    return create("li", {}, line, ...(reference === undefined ? [] : [explanationLink(reference)]), fixes);
  }

  /** Returns an element that gets a button for each fix when the server has answered. */
  function fixButtons(file: OpenMap, { range }: PublishedProblem): HTMLElement {
    const fixes = create("div", { class: "fixes" });
    const add = (offered: readonly CodeAction[]): void =>
      fixes.replaceChildren(
        ...offered.map((action) => button(action.title, () => void actions().apply(action), "fix")),
      );
    void actions().fixes(file, range).then(add);
    return fixes;
  }

  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(!isOpen()));
    render();
  });

  return {
    show(file, problems) {
      current = { file, problems };
      render();
    },
    renderTooltip(file, problem) {
      // The hover of the server adds a link to the explanation.
      return create("div", {}, create("span", {}, problem.message), fixButtons(file, problem));
    },
  };
}

const explanationLink = (reference: string): HTMLElement =>
  create("a", { href: reference, target: "_blank", rel: "noopener", class: "explanation" }, "Explanation");

const counted = (count: number): string => (count === 1 ? "1 problem" : `${count} problems`);
