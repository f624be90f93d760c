/** Shared by the layouts of cards, rows and pills. */
import type { CardNode } from "../layout/cardTree.ts";
import type { CardLayout, CardStyle } from "../model.ts";
import { accessibleLabel } from "./accessibleLabel.ts";

export type SharedLayout = Pick<
  CardLayout,
  "card" | "form" | "hue" | "hiddenCount" | "problemMessages" | "accessibleLabel"
>;

/** The fields of a layout that do not depend on how the card is drawn. `text` is the text to show. */
export function sharedLayout(cardNode: CardNode, text: string, { hiddenCount, words }: CardStyle): SharedLayout {
  const { card, hue } = cardNode;
  return {
    card,
    form: card.form,
    hue,
    hiddenCount,
    problemMessages: card.problems.map(({ message }) => message).join("\n"),
    accessibleLabel: accessibleLabel(cardNode, text, hiddenCount, words),
  };
}
