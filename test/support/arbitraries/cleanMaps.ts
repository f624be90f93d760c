/**
 * Random maps without problems, written as people write them: some sentences end without a full stop. A sentence that fills
 * a line does end with one: otherwise it goes on in the next line, which is prose.
 */
import fc from "fast-check";

const sentence = fc.constantFrom(
  "The charge should stay.",
  "The air got cleaner",
  "buses run to time",
  "it works",
  "Is it worth the money?",
  "In the first year nitrogen dioxide fell by 21 per cent, and traffic in the old town by a third.",
  "The council said so: twice.",
  "空气变好了。",
);
const continuation = fc.constantFrom("", "", "", "and so it was in other towns.", "So it should.");

/** An entry with its attributes and the entries under it. */
interface Branch {
  readonly kind: "reason" | "objection";
  readonly isNamed: boolean;
  readonly speaker: "" | "lind" | "roy";
  readonly text: string;
  readonly more: string;
  readonly attribute: "" | "tags: air, health" | "strength: strong" | "note: The station was moved." | "scheme: sign";
  readonly below: "" | "premises" | "use" | "quote" | "question";
  readonly premise: string;
  readonly under: readonly Branch[];
}

const { branch } = fc.letrec<{ branch: Branch }>((tie) => ({
  branch: fc.record({
    kind: fc.constantFrom("reason", "objection"),
    isNamed: fc.boolean(),
    speaker: fc.constantFrom("", "lind", "roy"),
    text: sentence,
    more: continuation,
    attribute: fc.constantFrom(
      "",
      "",
      "tags: air, health",
      "strength: strong",
      "note: The station was moved.",
      "scheme: sign",
    ),
    below: fc.constantFrom("", "premises", "use", "quote", "question"),
    premise: sentence,
    under: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constant([]),
      fc.array(tie("branch"), { maxLength: 2 }),
    ),
  }),
}));

/** A map that has no errors or warnings, apart from those that its random words happen to cause. */
export const cleanMap: fc.Arbitrary<string> = fc
  .tuple(sentence, sentence, fc.array(branch, { minLength: 1, maxLength: 3 }), fc.constantFrom("  ", "    ", "\t"))
  .map(([first, second, branches, indent]) => {
    const lines = [
      "map: The entry charge",
      "  author: Nora Hale",
      "",
      "speaker lind: Maja Lind",
      "  role: Chair",
      "speaker roy: Arun Roy",
      "source report: Streets for whom",
      "  date: 2025-03",
      "  publisher: City Mobility Office",
      "",
      "// The main claim",
      `claim keep: ${first}`,
      `${indent}likelihood: likely`,
    ];
    let count = 0;
    const write = (one: Branch, depth: number): void => {
      const before = indent.repeat(depth);
      const name = one.isNamed ? ` n${++count}` : "";
      lines.push(`${before}${one.kind}${name}${one.speaker === "" ? "" : ` by ${one.speaker}`}: ${one.text}`);
      if (one.more !== "") lines.push(`${before}${indent}${one.more}`);
      if (one.attribute !== "") lines.push(`${before}${indent}${one.attribute}`);
      if (one.below === "premises")
        lines.push(`${before}${indent}premise p${++count}: ${one.premise}`, `${before}${indent}assumption: It was so.`);
      if (one.below === "use") lines.push(`${before}${indent}premise fell`);
      if (one.below === "quote")
        lines.push(`${before}${indent}quote report: “it fell”`, `${before}${indent}${indent}page: 3`);
      if (one.below === "question") lines.push(`${before}${indent}question: Was it so?`);
      for (const child of one.under) write(child, depth + 1);
    };
    for (const one of branches) write(one, 1);
    lines.push("", `claim fell: ${second}`, `${indent}reason: The stations say so.`, "");
    return lines.join("\n");
  });
