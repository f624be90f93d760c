/** Trees written by hand, for tests of the picture and of the page: `grow(claim("…", reason("…")))`. */
import type { Card, CardId, CardKind, Place, Relation, Tie, Tree } from "../../server/core/tree/tree.ts";
import { card, idOf } from "./arbitraries/trees.ts";

type Given = Partial<Omit<Card, "id" | "kind" | "text">> & { readonly id?: string };

/** A card with what hangs on it, before it has a place. */
export interface Plant {
  readonly kind: CardKind;
  readonly text: string;
  readonly given: Given;
  readonly children: readonly Plant[];
}

type Sow = (text: string, ...rest: readonly (Given | Plant)[]) => Plant;

const sow =
  (kind: CardKind): Sow =>
  (text, ...rest) => ({
    kind,
    text,
    given: Object.assign({}, ...rest.filter((one) => !isPlant(one))),
    children: rest.filter(isPlant),
  });

const isPlant = (one: Given | Plant): one is Plant => "children" in one;

export const question = sow("question");
export const claim = sow("claim");
export const premise = sow("premise");
export const assumption = sow("assumption");
export const reason = sow("reason");
export const objection = sow("objection");

/** The entry with this identity, which is drawn in full elsewhere. */
export const again = (shows: string, kind: CardKind = "premise", given: Given = {}): Plant => ({
  kind,
  text: "",
  given: { form: "reference", shows: idOf(shows), name: shows, ...given },
  children: [],
});

/** The tree of some roots. Cards without an identity are called `1`, `2`, … in the order in which they are read. */
export function grow(...roots: readonly Plant[]): Tree {
  const cards: Card[] = [];
  const places: Place[] = [];
  const visit = (plant: Plant, above: Plant | undefined, parent: CardId | undefined): void => {
    const { kind, text, given, children } = plant;
    const form = text === "" && isStep(plant) ? "pill" : "full";
    const one = card(given.id ?? `${cards.length + 1}`, { kind, text, form, relation: hangs(plant, above), ...given });
    cards.push(one);
    places.push({ card: one.id, parent });
    for (const child of children) visit(child, plant, one.id);
  };
  for (const root of roots) visit(root, undefined, undefined);
  return { title: undefined, cards, places, ties: [], sections: [] };
}

/** The tree with a contradiction between two cards. */
export const tied = (tree: Tree, a: string, b: string): Tree => ({
  ...tree,
  ties: [...tree.ties, { kind: "contradiction", a: idOf(a), b: idOf(b) } satisfies Tie],
});

const isStep = ({ kind }: Plant): boolean => kind === "reason" || kind === "objection";
const isPremise = ({ kind }: Plant): boolean => kind === "premise" || kind === "assumption" || kind === "claim";

function hangs(plant: Plant, above: Plant | undefined): Relation {
  if (above === undefined) return "root";
  if (plant.kind === "question") return above.kind === "question" ? "part" : "critical";
  if (isPremise(plant)) return above.kind === "question" ? "answer" : "premise";
  const linked = isStep(above) && above.children.some(isPremise);
  if (plant.kind === "reason") return linked ? "backing" : "support";
  return linked ? "undercut" : "attack";
}
