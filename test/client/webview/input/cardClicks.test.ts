import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createCardClicks, DOUBLE_CLICK_TIME } from "../../../../client/webview/input/cardClicks.ts";
import type { CardId } from "../../../../server/core/tree/tree.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [air, shops] = ["air", "shops"] as CardId[] as [CardId, CardId]; // Tests choose the ids of cards.

/** Clicks whose actions are recorded. */
function recordedClicks() {
  const actions: string[] = [];
  let selected: CardId | undefined;
  const clicks = createCardClicks(() => ({
    select(card) {
      selected = card;
      actions.push(`select ${card}`);
    },
    open: (card) => actions.push(`open ${card}`),
    doubleClick: (card) => actions.push(`edit ${card}`),
    isSelected: (card) => card === selected,
  }));
  return {
    actions,
    clicks,
    select(card: CardId): void {
      selected = card;
    },
  };
}

test("the first click selects; a second one goes to the text once it cannot become a double click", () => {
  const { actions, clicks } = recordedClicks();
  clicks.click(air, 1);
  vi.advanceTimersByTime(DOUBLE_CLICK_TIME);
  clicks.click(air, 1);
  expect(actions).toEqual(["select air"]);
  vi.advanceTimersByTime(DOUBLE_CLICK_TIME);
  expect(actions).toEqual(["select air", "open air"]);
});

test("a double click on the selected card edits it, and does not go to the text", () => {
  const { actions, clicks } = recordedClicks();
  clicks.click(air, 1);
  clicks.click(air, 1);
  clicks.click(air, 2);
  clicks.doubleClick(air);
  vi.advanceTimersByTime(2 * DOUBLE_CLICK_TIME);
  expect(actions).toEqual(["select air", "edit air"]);
});

test("a click on another card takes a second click back", () => {
  const { actions, clicks } = recordedClicks();
  clicks.click(air, 1);
  clicks.click(air, 1);
  clicks.click(shops, 1);
  vi.advanceTimersByTime(2 * DOUBLE_CLICK_TIME);
  expect(actions).toEqual(["select air", "select shops"]);
});

test("a click only selects if the keyboard has selected another card, or the focus has left the page", () => {
  const { actions, clicks, select } = recordedClicks();
  clicks.click(air, 1);
  select(shops);
  clicks.click(air, 1);
  clicks.reset();
  clicks.click(air, 1);
  vi.advanceTimersByTime(2 * DOUBLE_CLICK_TIME);
  expect(actions).toEqual(["select air", "select air", "select air"]);
});

test("a double click does nothing if its clicks were on two cards", () => {
  const { actions, clicks } = recordedClicks();
  clicks.click(air, 1);
  clicks.click(shops, 2);
  clicks.doubleClick(shops);
  expect(actions).toEqual(["select air"]);
});
