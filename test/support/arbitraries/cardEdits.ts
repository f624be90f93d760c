/** Random maps, and random edits from the picture. */
import fc from "fast-check";
import { isStep, type Keyword, keywordRules, sideOf } from "../../../server/core/language/vocabulary.ts";
import {
  addableKinds,
  type CardProperty,
  cardProperties,
  hasSeveralValues,
} from "../../../server/core/tree/cardRules.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { EditAction } from "../../../server/protocol/tree.ts";

/** The random choices for one line of a map. */
const line = fc.record({
  /** How many levels above the deepest possible one. */
  outdent: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 9),
  choice: fc.nat(40),
  isNamed: fc.boolean(),
  by: fc.constantFrom("", "", "", "lind", "roy"),
  names: fc.array(fc.nat(12), { minLength: 1, maxLength: 2 }),
  extra: fc.constantFrom("", "", "", "", "comment", "blank", "note", "paragraph", "contradicts"),
});
/** The random choices for one file. */
export const randomFile = fc.array(line, { minLength: 3, maxLength: 14 });
type RandomLine = typeof line extends fc.Arbitrary<infer T> ? T : never;

/** The action is a function of what can be picked: cards, and the values of a property of the card. */
type PickAction = (cards: readonly CardId[], choicesOf: (property: CardProperty) => readonly string[]) => EditAction;

export const randomAction: fc.Arbitrary<PickAction> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...cardProperties), fc.array(fc.nat(60), { maxLength: 2 }), fc.constantFrom("", "", "Ada X"))
    .map(
      ([property, picks, newSpeaker]): PickAction =>
        (_, choicesOf) => {
          const choices = choicesOf(property);
          const values = picks.flatMap((pick) => choices[pick % choices.length] ?? []);
          return {
            type: "setProperty",
            property,
            values: [...new Set(hasSeveralValues(property) ? values : values.slice(0, 1))],
            ...(newSpeaker !== "" && { newSpeaker }),
          };
        },
    ),
  fc.tuple(fc.constantFrom(...addableKinds), randomText()).map(
    ([kind, text]) =>
      () =>
        ({ type: "add", kind, text }) as const,
  ),
  randomText().map((text) => () => ({ type: "setText", text }) as const),
  fc.constant(() => ({ type: "delete", isConfirmed: true }) as const),
  fc.constant(() => ({ type: "convert" }) as const),
  fc.tuple(fc.nat(40), fc.constantFrom(undefined, "reason" as const, "objection" as const)).map(
    ([pick, kind]) =>
      (cards: readonly CardId[]) =>
        ({ type: "move", parent: cards[pick % cards.length] ?? ("" as CardId), kind }) as const,
  ),
);

/** Non-empty text, often with lines that look like other syntax. */
function randomText(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    // Without the marks that `openWorkspace` would take out.
    fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll(/[¦⟦⟧⟨⟩]/g, "")),
    fc.constantFrom("reason: x", "Reason: y", "// z", "\\w", "note: v", "premise n1", "# u", "claim", "：", "空气变好"),
  );
  return fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => `New ${pieces.join("\n")}`);
}

/** The text of a mostly valid map. Each entry has a unique text. */
export function mapText(lines: readonly RandomLine[], prefix: string, preamble: readonly string[]): string {
  const rows = [...preamble];
  const open: Keyword[] = [];
  for (const [index, { outdent, choice, isNamed, by, names, extra }] of lines.entries()) {
    open.length = Math.max(0, open.length - outdent);
    let allowed = keywordsUnder(open.at(-1));
    while (allowed.length === 0) {
      open.pop();
      allowed = keywordsUnder(open.at(-1));
    }
    const keyword = allowed[choice % allowed.length] ?? "claim";
    const depth = open.length;
    const indent = "  ".repeat(depth);
    if (extra === "comment") rows.push(`${indent}// ${prefix}${index}`);
    if (extra === "blank") rows.push("");
    const others = names.map((number) => `n${number}`);
    if (keyword === "premise" && choice % 3 === 0) {
      rows.push(`${indent}premise ${others[0]}`);
      open.push("premise");
      continue;
    }
    const clauses = [
      by !== "" && keywordRules[keyword].clauses.includes("by") ? ` by ${by}` : "",
      depth === 0 && isStep(keyword) ? ` ${sideOf(keyword)} ${others.join(", ")}` : "",
      // Some steps speak for one entry and against another.
      isStep(keyword) && choice % 3 === 0
        ? ` ${sideOf(keyword) === "for" ? "against" : "for"} n${(choice % 12) + 1}`
        : "",
      extra === "contradicts" && keywordRules[keyword].clauses.includes("contradicts")
        ? ` contradicts ${others[0]}`
        : "",
      depth === 0 && keyword === "claim" && choice % 4 === 0 ? ` answers ${others[0]}` : "",
    ];
    const name = isNamed && keyword !== "quote" ? ` n${prefix}${index}`.replace("m", "") : "";
    rows.push(`${indent}${keyword}${name}${clauses.join("")}: T${prefix}${index}`);
    if (extra === "paragraph") rows.push(`${indent}    goes on`, "", `${indent}    and on`);
    if (extra === "note") rows.push(`${indent}  note: N${prefix}${index}`);
    open.push(keyword);
  }
  return `${rows.join("\n")}\n`;
}

const keywordsUnder = (parent: Keyword | undefined): readonly Keyword[] =>
  (["question", "claim", "reason", "objection", "premise", "assumption", "quote"] as const).filter((keyword) =>
    parent === undefined ? keywordRules[keyword].canBeTopLevel : keywordRules[keyword].allowedParents.includes(parent),
  );
