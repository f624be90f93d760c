import { normalizeName } from "../../../language/characters.ts";
import type { Entry } from "../../../language/entry.ts";
import { hasPremises } from "../../../language/graph.ts";
import { definedName } from "../../../language/map.ts";
import { isClaimLike, isStep } from "../../../language/vocabulary.ts";
import type { GroupCheck } from "../../check.ts";

/** A step or premise whose text is only the name of a claim, as in `reason for a: b`. */
export const nameAsText: GroupCheck = {
  code: "name-as-text",
  severity: "hint",
  title: "A text that is only the name of a claim",
  scope: "group",
  // A claim and the texts that are its name have the same key.
  key: (entry) => nameInText(entry) ?? nameOfClaim(entry),
  *check(entries) {
    const claim = entries.find((entry) => nameInText(entry) === undefined);
    if (claim === undefined) return;
    for (const entry of entries) {
      const { scanned } = entry.line;
      const name = nameInText(entry);
      if (name === undefined || scanned.kind !== "entry" || (isStep(entry.head.keyword) && hasPremises(entry)))
        continue;
      yield {
        at: { line: entry.line, start: scanned.textStart, end: scanned.raw.trimEnd().length },
        entry,
        related: [{ entry: claim, message: `“${name}” is defined here` }],
        message: `This text is the name of a claim. Did you mean “premise ${name}”?`,
      };
    }
  },
};

const nameOfClaim = (entry: Entry): string | undefined =>
  isClaimLike(entry.head.keyword) && entry.head.form === "full" ? definedName(entry)?.text : undefined;

/** Returns the word that is the whole text of a step or an unnamed premise, on the line of its head. */
function nameInText({ head, line, text }: Entry): string | undefined {
  const canUse = isStep(head.keyword) || (head.keyword === "premise" && head.name === undefined);
  const { scanned } = line;
  if (!canUse || head.form !== "full" || scanned.kind !== "entry" || scanned.textStart >= scanned.raw.length)
    return undefined;
  const word = normalizeName(text.replace(/\.$/, ""));
  return word === "" || /[\s\p{Zs}.]/u.test(word) ? undefined : word;
}
