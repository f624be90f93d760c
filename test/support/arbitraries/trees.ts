/** Arbitrary trees for property tests. */
import fc from "fast-check";
import { emptyCard } from "../../../server/core/tree/emptyCard.ts";
import {
  type Card,
  type CardId,
  type CardPosition,
  type Contradiction,
  cardForms,
  cardKinds,
  type Relation,
  type Restatement,
  type Section,
  type SectionId,
  type Tree,
} from "../../../server/core/tree/tree.ts";

// Only tests cast arbitrary strings to ids.
export const toCardId = (id: string): CardId => id as CardId;
export const toSectionId = (id: string): SectionId => id as SectionId;

/** A card with default fields. Its text is its id. */
export function card(id: string, cardFields: Partial<Omit<Card, "id">> = {}): Card {
  const defaults = {
    kind: "claim",
    relation: "root",
    inheritsSpeakers: false,
    section: undefined,
    file: undefined,
  } as const;
  return { ...emptyCard({ id: toCardId(id), ...defaults }), text: id, ...cardFields };
}

/** Section 2 is within section 1. */
const allSections: readonly Section[] = [1, 2, 3].map((number) => ({
  id: toSectionId(`${number}`),
  title: `Section ${number}`,
  level: number === 2 ? 2 : 1,
  parent: number === 2 ? toSectionId("1") : undefined,
}));

const text = fc.constantFrom("", "one", "two words", "三個字", "كلمة");
const anyCardFields = fc.record({
  kind: fc.constantFrom(...cardKinds),
  relation: fc.constantFrom<Relation>("support", "attack", "premise", "critical"),
  form: fc.constantFrom(...cardForms),
  text,
  speakers: fc.array(text, { maxLength: 1 }),
  inheritsSpeakers: fc.boolean(),
  quotes: fc.array(fc.record({ text, source: fc.option(text, { nil: undefined }), page: fc.constant(undefined) }), {
    maxLength: 1,
  }),
  tags: fc.uniqueArray(fc.constantFrom("air", "old-town", "健康"), { maxLength: 3 }),
  otherWordings: fc.array(fc.record({ text, speakers: fc.array(text, { maxLength: 1 }) }), { maxLength: 1 }),
  title: fc.constantFrom(undefined, "A title", "A title that is far too long for a single line of a card"),
  answerLimit: fc.constantFrom(undefined, "at-most-one", "exactly-one"),
  status: fc.constantFrom(undefined, "accepted", "rejected", "open"),
  date: fc.constantFrom(undefined, "2024-05"),
  likelihood: fc.constantFrom(
    undefined,
    { label: "very likely", fraction: 0.7 },
    { label: "70%", fraction: undefined },
    { label: "55–80%", fraction: 0.675, range: [0.55, 0.8] as const },
  ),
  confidence: fc.constantFrom(undefined, "low", "high"),
  strength: fc.constantFrom(undefined, { label: "weak", fraction: 0.25 }, { label: "odd", fraction: undefined }),
  scheme: fc.constantFrom(undefined, "sign", "an uncommonly long name for a kind of reasoning"),
  note: fc.option(text, { nil: undefined }),
  section: fc.constantFrom(undefined, ...allSections.map(({ id }) => id)),
  file: fc.constantFrom(undefined, "cost.argmap"),
  problems: fc.array(fc.record({ severity: fc.constantFrom("error" as const, "warning" as const), message: text }), {
    maxLength: 1,
  }),
});

/** Any tree. Ids are chosen from a small range, so that two trees share many cards. */
export const anyTree: fc.Arbitrary<Tree> = fc
  .record({
    title: fc.option(text, { nil: undefined }),
    language: fc.constantFrom(undefined, "de"),
    ids: fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 20 }),
    parents: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
    cards: fc.array(anyCardFields, { minLength: 20, maxLength: 20 }),
    contradictions: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
    restatements: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 1 }),
    sections: fc.subarray([...allSections]),
  })
  .map(({ title, language, ids, parents, cards, contradictions, restatements, sections }) => {
    const cardIds = ids.map((id) => toCardId(`c${id}`));
    const parentIds = cardIds.map((_, index) => {
      const parent = (parents[index] ?? 0) % (index + 1);
      return parent === index ? undefined : cardIds[parent];
    });
    const positions: CardPosition[] = [];
    const visit = (parent: CardId | undefined): void => {
      cardIds.forEach((id, index) => {
        if (parentIds[index] !== parent) return;
        positions.push({ card: id, parent });
        visit(id);
      });
    };
    visit(undefined);
    const pick = (n: number): CardId => cardIds[n % cardIds.length] ?? toCardId("none");
    return {
      title,
      language,
      cards: positions.map(({ card: id }) => card(id, cards[cardIds.indexOf(id)])),
      positions,
      contradictions:
        cardIds.length === 0
          ? []
          : contradictions.map(([a, b]): Contradiction => ({ kind: "contradiction", a: pick(a), b: pick(b) })),
      restatements:
        cardIds.length === 0
          ? []
          : restatements.map(([a, b]): Restatement => ({ kind: "restatement", a: pick(a), b: pick(b) })),
      sections,
    };
  });
