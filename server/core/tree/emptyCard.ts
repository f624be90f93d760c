/** A card of which nothing is said. */
import type { Card } from "./tree.ts";

/** The card of an entry with no words, of which only is known what it is and where it stands. */
export const emptyCard = (
  identity: Pick<Card, "id" | "kind" | "relation" | "inheritsBy" | "section" | "file">,
): Card => ({
  ...identity,
  form: "full",
  shows: undefined,
  name: undefined,
  text: "",
  by: [],
  acceptedBy: [],
  rejectedBy: [],
  quotes: [],
  tags: [],
  likelihood: undefined,
  confidence: undefined,
  strength: undefined,
  scheme: undefined,
  note: undefined,
  problems: [],
});
