/** Trees for property tests. */
import fc from "fast-check";
import type { Card, CardId, CardKind, Place, Relation, Tie, Tree } from "../../server/language/tree.ts";

/** A test makes its own identities. */
export const idOf = (id: string): CardId => id as CardId;

/** A card with nothing said of it but what is given. */
export function card(id: string, given: Partial<Omit<Card, "id">> = {}): Card {
  return {
    id: idOf(id),
    kind: "claim",
    relation: "root",
    form: "full",
    shows: undefined,
    name: undefined,
    text: id,
    by: [],
    inheritsBy: false,
    acceptedBy: [],
    rejectedBy: [],
    quotes: [],
    problems: [],
    ...given,
  };
}

const text = fc.constantFrom("", "one", "two words", "三個字", "كلمة");
const given = fc.record({
  kind: fc.constantFrom<CardKind>("question", "claim", "premise", "assumption", "reason", "objection"),
  relation: fc.constantFrom<Relation>("support", "attack", "premise", "critical"),
  form: fc.constantFrom<Card["form"]>("full", "pill", "reference"),
  text,
  by: fc.array(text, { maxLength: 1 }),
  inheritsBy: fc.boolean(),
  quotes: fc.array(fc.record({ text, source: fc.option(text, { nil: undefined }), page: fc.constant(undefined) }), {
    maxLength: 1,
  }),
  problems: fc.array(fc.record({ severity: fc.constantFrom("error" as const, "warning" as const), message: text }), {
    maxLength: 1,
  }),
});

/** Any tree; identities are drawn from few, so that two trees share many cards. */
export const anyTree: fc.Arbitrary<Tree> = fc
  .record({
    title: fc.option(text, { nil: undefined }),
    ids: fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 20 }),
    parents: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
    cards: fc.array(given, { minLength: 20, maxLength: 20 }),
    ties: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
  })
  .map(({ title, ids, parents, cards, ties }) => {
    const names = ids.map((id) => idOf(`c${id}`));
    const parentOf = names.map((_, index) => {
      const parent = (parents[index] ?? 0) % (index + 1);
      return parent === index ? undefined : names[parent];
    });
    const places: Place[] = [];
    const visit = (parent: CardId | undefined): void => {
      names.forEach((name, index) => {
        if (parentOf[index] !== parent) return;
        places.push({ card: name, parent });
        visit(name);
      });
    };
    visit(undefined);
    const pick = (n: number): CardId => names[n % names.length] ?? idOf("none");
    return {
      title,
      cards: places.map(({ card: name }) => card(name, cards[names.indexOf(name)])),
      places,
      ties: names.length === 0 ? [] : ties.map(([a, b]): Tie => ({ kind: "contradiction", a: pick(a), b: pick(b) })),
    };
  });
