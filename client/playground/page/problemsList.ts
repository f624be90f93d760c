/** The list of problems below the text, with the fixes that the server offers. */
import type { CodeActions } from "../editor/codeActions.ts";
import type { PublishedProblem } from "../editor/diagnostics.ts";
import type { OpenMap } from "../editor/openMaps.ts";
import type { LspRange } from "../editor/positions.ts";
import { button, byId, create } from "./elements.ts";
import { createFixButtons, type FixButtons } from "./fixButtons.ts";
import { failureNotice, type Notify } from "./notices.ts";

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
  readonly notify: Notify;
}

/** A problem in the list. */
interface ListItem {
  readonly element: HTMLElement;
  readonly fixes: FixButtons;
  /** Shows where the problem is now. */
  update(problem: PublishedProblem): void;
}

const words = { error: "Error", warning: "Warning", info: "Note", hint: "Hint" } as const;

/** Further problems are counted but not listed. */
const MAX_LISTED = 100;

/** Connects the list, which the user opens with its button. */
export function createProblemsList({ actions, onGoTo, notify }: ListOptions): ProblemsList {
  const toggle = byId("problems-toggle", HTMLButtonElement);
  const list = byId("problems", HTMLElement);
  const lines = create("ul", {});
  const none = create("p", { class: "empty" }, "The map has no problems.");
  let current: { readonly file: OpenMap; readonly problems: readonly PublishedProblem[] } | undefined;
  let items: ReadonlyMap<string, ListItem> = new Map();
  let listed: OpenMap | undefined;
  const report = failureNotice(notify);

  /** Fixes are requested when a problem comes into view: a map may have many problems, of which few are seen. */
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        const item = [...items.values()].find(({ element }) => element === target);
        item?.fixes.load().catch(report);
      }
    },
    { root: list },
  );

  const isOpen = (): boolean => toggle.getAttribute("aria-expanded") === "true";

  function render(): void {
    const problems = current?.problems ?? [];
    const serious = problems.some(({ severity }) => severity === "error");
    toggle.textContent = problems.length === 0 ? "No problems" : counted(problems.length);
    toggle.dataset["severity"] = problems.length === 0 ? "none" : serious ? "error" : "warning";
    list.hidden = !isOpen();
    if (list.hidden || current === undefined) return;
    const focused = [...items.values()].findIndex(({ element }) => element.contains(document.activeElement));
    renderItems(current.file, problems.slice(0, MAX_LISTED));
    // The focused problem has been fixed: the next one gets the focus.
    if (focused === -1 || list.contains(document.activeElement)) return;
    const next = lines.children[Math.min(focused, lines.children.length - 1)];
    (next?.querySelector("button") ?? toggle).focus();
  }

  /** Keeps the elements of problems that are still there, so that the focus stays. */
  function renderItems(file: OpenMap, problems: readonly PublishedProblem[]): void {
    const before = listed === file ? items : new Map<string, ListItem>();
    listed = file;
    const keys = problemKeys(problems);
    items = new Map(
      problems.map((problem, index) => {
        const key = keys[index] ?? "";
        return [key, before.get(key) ?? createItem(file, problem)];
      }),
    );
    const kept = [...items.values()];
    for (const element of [...lines.children]) if (!kept.some((item) => item.element === element)) element.remove();
    for (const [index, item] of kept.entries()) {
      const problem = problems[index];
      if (problem) item.update(problem);
      const place = lines.children[index] ?? null;
      // An element that is moved loses the focus.
      if (place !== item.element) lines.insertBefore(item.element, place);
      if (!item.fixes.isLoaded()) observer.observe(item.element);
    }
    const shown = problems.length === 0 ? none : lines;
    if (list.firstElementChild !== shown) list.replaceChildren(shown);
  }

  function createItem(file: OpenMap, { severity, message, reference, range }: PublishedProblem): ListItem {
    let place = range;
    const line = create("span", { class: "line" });
    const go = button("", () => onGoTo(place), "problem");
    go.append(
      create("span", { class: `severity ${severity}` }, words[severity]),
      create("span", { class: "message" }, message),
      line,
    );
    const fixes = createFixButtons({ actions: actions(), file, range: () => place, notify });
    const link = reference === undefined ? [] : [explanationLink(reference)];
    return {
      element: create("li", {}, go, ...link, fixes.element),
      fixes,
      update(problem) {
        place = problem.range;
        line.textContent = `Line ${place.start.line + 1}`;
      },
    };
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
      const fixes = createFixButtons({ actions: actions(), file, range: () => problem.range, notify });
      fixes.load().catch(report);
      // The hover of the server adds a link to the explanation.
      return create("div", {}, create("span", {}, problem.message), fixes.element);
    },
  };
}

/** Returns a name for each problem, which it keeps when its lines move or other problems come and go. */
export function problemKeys(problems: readonly PublishedProblem[]): readonly string[] {
  const counts = new Map<string, number>();
  return problems.map(({ severity, message, reference }) => {
    const name = JSON.stringify([severity, message, reference]);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return `${name} ${count}`;
  });
}

const explanationLink = (reference: string): HTMLElement =>
  create("a", { href: reference, target: "_blank", rel: "noopener", class: "explanation" }, "Explanation");

const counted = (count: number): string => (count === 1 ? "1 problem" : `${count} problems`);
