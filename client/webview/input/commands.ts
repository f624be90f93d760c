/** What the keys, the buttons and VS Code's commands do, each by its name. */
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { Deed } from "../../../server/protocol/preview.ts";
import type { Changing } from "../editing/useEditing.tsx";
import type { Open } from "../panels/usePanels.ts";
import type { Drawing } from "../state/pictureCache.ts";
import { type Choice, otherDirection, otherShape } from "../state/viewOptions.ts";
import type { Sight } from "../viewport/useViewport.ts";
import type { CardKey, PageKey } from "./keyBindings.ts";
import type { Acting } from "./useCardActions.ts";

interface Given {
  readonly drawing: Drawing;
  readonly sight: Sight;
  readonly acting: Acting;
  readonly changing: Changing;
  readonly open: Open;
  /** The branch that is shown alone. */
  readonly focus: CardId | undefined;
  readonly choose: (change: (choice: Choice) => Choice) => void;
}

export interface Deeds {
  readonly page: Readonly<Record<PageKey, () => void>>;
  readonly card: Readonly<Record<CardKey, (card: CardId) => void>>;
  readonly commands: Readonly<Record<Deed, (depth?: number) => void>>;
}

/** A step of zooming by button or key. */
const step = 1.25;

export function deeds({ drawing, sight: { view }, acting, changing, open, focus, choose }: Given): Deeds {
  const page: Deeds["page"] = {
    find: open.finding.open,
    next: () => open.findOn(1),
    previous: () => open.findOn(-1),
    filter: () => (open.filtering ? open.closeFilter() : open.filter()),
    zoomIn: () => view.current?.zoomBy(step),
    zoomOut: () => view.current?.zoomBy(1 / step),
    fit: () => view.current?.fit(drawing.plot.picture.bounds),
    help: () => open.help(!open.helping),
    shape: () => choose(otherShape),
    direction: () => choose(otherDirection),
    legend: () => choose((was) => ({ ...was, legend: !was.legend })),
    unfoldAll: () => acting.foldTo(undefined),
    close() {
      if (changing.stop() || open.close() || focus === undefined) return;
      acting.focusAt(undefined);
    },
  };
  return {
    page,
    card: {
      // A branch that has been taken up goes to the card that is chosen next.
      open: (card) => void (changing.dropsAt(card, false) || acting.open(card)),
      fold: acting.fold,
      focus: (card) => acting.focusAt(focus === card ? undefined : card),
      entry: open.entry,
      quotes: open.readQuotes,
    },
    commands: {
      find: open.finding.open,
      filter: open.filter,
      fit: page.fit,
      foldAll: () => acting.foldTo(1),
      foldToDepth: (depth) => acting.foldTo(depth ?? 1),
      unfoldAll: page.unfoldAll,
      tree: () => choose((was) => ({ ...was, shape: "tree" })),
      outline: () => choose((was) => ({ ...was, shape: "outline" })),
      turn: page.direction,
      legend: page.legend,
      help: () => open.help(true),
    },
  };
}
