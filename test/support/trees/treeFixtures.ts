/** Builds trees for tests: `treeOf(claim("…", reason("…")))`. */
import { isStep } from "../../../server/core/language/vocabulary.ts";
import type {
  Card,
  CardId,
  CardKind,
  CardPosition,
  Contradiction,
  Relation,
  Tree,
} from "../../../server/core/tree/tree.ts";
import { card, toCardId } from "../arbitraries/trees.ts";

type CardOptions = Partial<Omit<Card, "id" | "kind" | "text">> & { readonly id?: string };

/** A card with its children, before it is added to a tree. */
export interface CardSpec {
  readonly kind: CardKind;
  readonly text: string;
  readonly overrides: CardOptions;
  readonly children: readonly CardSpec[];
}

type CardFactory = (text: string, ...rest: readonly (CardOptions | CardSpec)[]) => CardSpec;

const cardFactory =
  (kind: CardKind): CardFactory =>
  (text, ...rest) => ({
    kind,
    text,
    overrides: Object.assign({}, ...rest.filter((argument) => !isCardSpec(argument))),
    children: rest.filter(isCardSpec),
  });

const isCardSpec = (argument: CardOptions | CardSpec): argument is CardSpec => "children" in argument;

export const question = cardFactory("question");
export const claim = cardFactory("claim");
export const premise = cardFactory("premise");
export const assumption = cardFactory("assumption");
export const reason = cardFactory("reason");
export const objection = cardFactory("objection");

/** A reference to the card with this id. */
export const reference = (
  referencedCard: string,
  kind: CardKind = "premise",
  overrides: CardOptions = {},
): CardSpec => ({
  kind,
  text: "",
  overrides: { form: "reference", referencedCard: toCardId(referencedCard), name: referencedCard, ...overrides },
  children: [],
});

/** The tree with these roots. Cards without an id get the ids `1`, `2`, … by their position in preorder. */
export function treeOf(...roots: readonly CardSpec[]): Tree {
  const cards: Card[] = [];
  const positions: CardPosition[] = [];
  const visit = (spec: CardSpec, parentSpec: CardSpec | undefined, parent: CardId | undefined): void => {
    const { kind, text, overrides, children } = spec;
    const form = text === "" && isStep(kind) ? "pill" : "full";
    const newCard = card(overrides.id ?? `${cards.length + 1}`, {
      kind,
      text,
      form,
      relation: relationTo(spec, parentSpec),
      ...overrides,
    });
    cards.push(newCard);
    positions.push({ card: newCard.id, parent });
    for (const child of children) visit(child, spec, newCard.id);
  };
  for (const root of roots) visit(root, undefined, undefined);
  return {
    title: undefined,
    language: undefined,
    cards,
    positions,
    contradictions: [],
    restatements: [],
    sections: [],
  };
}

/** The tree with a contradiction between two cards. */
export const withContradiction = (tree: Tree, a: string, b: string): Tree => ({
  ...tree,
  contradictions: [
    ...tree.contradictions,
    { kind: "contradiction", a: toCardId(a), b: toCardId(b) } satisfies Contradiction,
  ],
});

const isPremiseLike = ({ kind }: CardSpec): boolean => kind === "premise" || kind === "assumption" || kind === "claim";

function relationTo(spec: CardSpec, parentSpec: CardSpec | undefined): Relation {
  if (parentSpec === undefined) return "root";
  if (spec.kind === "question") return parentSpec.kind === "question" ? "part" : "critical";
  if (isPremiseLike(spec)) return parentSpec.kind === "question" ? "answer" : "premise";
  const isLinked = isStep(parentSpec.kind) && parentSpec.children.some(isPremiseLike);
  if (spec.kind === "reason") return isLinked ? "backing" : "support";
  return isLinked ? "undercut" : "attack";
}
