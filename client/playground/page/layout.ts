/** Text and picture: side by side with a divider, or on a phone as two tabs. */
import { byId } from "./elements.ts";

export type Pane = "text" | "picture";

export interface Layout {
  /** Brings a pane to the front where only one of them fits. */
  show(pane: Pane): void;
}

/** The share of the width that the text can have, in percent. */
const SHARE = { min: 20, max: 80, step: 4, start: 50 };

const panes: readonly Pane[] = ["text", "picture"];

/** Lets the user choose a tab and move the divider. */
export function createLayout(): Layout {
  const main = byId("content", HTMLElement);
  const tabs = { text: byId("tab-text", HTMLElement), picture: byId("tab-picture", HTMLElement) };
  const parts = { text: byId("pane-text", HTMLElement), picture: byId("pane-picture", HTMLElement) };
  const narrow = matchMedia("(width < 720px)");
  let front: Pane = "text";

  function update(): void {
    main.dataset["front"] = front;
    for (const pane of panes) {
      tabs[pane].setAttribute("aria-selected", String(pane === front));
      tabs[pane].tabIndex = pane === front ? 0 : -1;
      // Side by side, the panes are not panels of tabs.
      if (narrow.matches) parts[pane].setAttribute("role", "tabpanel");
      else parts[pane].setAttribute("role", "region");
    }
  }

  function show(pane: Pane): void {
    front = pane;
    update();
  }

  for (const pane of panes) {
    tabs[pane].addEventListener("click", () => show(pane));
    tabs[pane].addEventListener("keydown", (event) => {
      if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
      event.preventDefault();
      const next = event.key === "Home" ? "text" : event.key === "End" ? "picture" : other(pane);
      show(next);
      tabs[next].focus();
    });
  }
  narrow.addEventListener("change", update);
  update();
  makeDivider(main, byId("divider", HTMLElement));
  return { show };
}

const other = (pane: Pane): Pane => (pane === "text" ? "picture" : "text");

/** Lets the divider be dragged, and moved by the arrow keys, Home and End. */
function makeDivider(main: HTMLElement, divider: HTMLElement): void {
  let share = SHARE.start;

  function setShare(next: number): void {
    share = Math.min(SHARE.max, Math.max(SHARE.min, next));
    main.style.setProperty("--text-share", `${share}%`);
    divider.setAttribute("aria-valuenow", String(Math.round(share)));
  }

  divider.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    divider.setPointerCapture(event.pointerId);
    // The frame of the picture would take the moves of the pointer.
    main.classList.add("is-resizing");
  });
  divider.addEventListener("pointermove", ({ pointerId, clientX }) => {
    if (!divider.hasPointerCapture(pointerId)) return;
    const { left, width } = main.getBoundingClientRect();
    setShare(((clientX - left) / width) * 100);
  });
  const end = (): void => main.classList.remove("is-resizing");
  divider.addEventListener("pointerup", end);
  divider.addEventListener("lostpointercapture", end);
  divider.addEventListener("dblclick", () => setShare(SHARE.start));
  divider.addEventListener("keydown", (event) => {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: share - SHARE.step,
      ArrowRight: share + SHARE.step,
      Home: SHARE.min,
      End: SHARE.max,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    setShare(target);
  });
  setShare(share);
}
