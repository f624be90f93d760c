/** A card without content. */
import type { Card } from "./tree.ts";

/** A full card with no text and no properties. */
export const emptyCard = (
  identity: Pick<Card, "id" | "kind" | "relation" | "inheritsSpeakers" | "section" | "file">,
): Card => ({
  ...identity,
  form: "full",
  referencedCard: undefined,
  restsOn: [],
  name: undefined,
  title: undefined,
  text: "",
  otherWordings: [],
  speakers: [],
  acceptedBy: [],
  rejectedBy: [],
  quotes: [],
  tags: [],
  status: undefined,
  date: undefined,
  likelihood: undefined,
  confidence: undefined,
  strength: undefined,
  answerLimit: undefined,
  scheme: undefined,
  note: undefined,
  gaps: [],
  problems: [],
});
