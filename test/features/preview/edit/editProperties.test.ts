import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../../../../server/core/language/entry.ts";
import {
  contradictionsOf,
  namedTargets,
  premisesOf,
  resolveBarePremise,
  sourceOf,
  speakersOf,
  stepTargets,
} from "../../../../server/core/language/graph.ts";
import { fileOf } from "../../../../server/core/language/map.ts";
import { isKeyword, isStep, type Keyword, keywordRules } from "../../../../server/core/language/vocabulary.ts";
import { addableKinds } from "../../../../server/core/tree/cardRules.ts";
import type { CardId } from "../../../../server/core/tree/tree.ts";
import { editCard } from "../../../../server/features/preview/edit/index.ts";
import type { EditAction } from "../../../../server/protocol/tree.ts";
import { Trees } from "../../../../server/workspace/trees.ts";
import type { Workspace } from "../../../../server/workspace/workspace.ts";
import { applyWorkspaceEdit } from "../../../support/applyEdit.ts";
import { type OpenWorkspace, openWorkspace } from "../../../support/openWorkspace.ts";

/** One line of a map, as far as chance decides on it. */
const line = fc.record({
  /** How much less deep than it could be. */
  back: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 9),
  wanted: fc.nat(40),
  isNamed: fc.boolean(),
  by: fc.constantFrom("", "", "", "lind", "roy"),
  names: fc.array(fc.nat(12), { minLength: 1, maxLength: 2 }),
  extra: fc.constantFrom("", "", "", "", "comment", "blank", "note", "further", "contradicts"),
});
const file = fc.array(line, { minLength: 3, maxLength: 14 });
type AnyLine = typeof line extends fc.Arbitrary<infer T> ? T : never;

const asked: fc.Arbitrary<(cards: readonly CardId[]) => EditAction> = fc.oneof(
  fc.tuple(fc.constantFrom(...addableKinds), anyWords()).map(
    ([what, text]) =>
      () =>
        ({ do: "add", what, text }) as const,
  ),
  anyWords().map((text) => () => ({ do: "write", text }) as const),
  fc.constant(() => ({ do: "delete", sure: true }) as const),
  fc.constant(() => ({ do: "turn" }) as const),
  fc.tuple(fc.nat(40), fc.constantFrom(undefined, "reason" as const, "objection" as const)).map(
    ([pick, as]) =>
      (cards: readonly CardId[]) =>
        ({ do: "move", to: cards[pick % cards.length] ?? ("" as CardId), as }) as const,
  ),
);

/** Words that say something, of any kind that could be taken for something else. */
function anyWords(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom("reason: x", "Reason: y", "// z", "\\w", "note: v", "premise n1", "# u", "claim", "：", "空气变好"),
  );
  return fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => `New ${pieces.join("\n")}`);
}

/** Writes a map that is sound for the most part. Each text in it is there once. */
function written(lines: readonly AnyLine[], prefix: string, head: readonly string[]): string {
  const rows = [...head];
  const open: Keyword[] = [];
  for (const [index, { back, wanted, isNamed, by, names, extra }] of lines.entries()) {
    open.length = Math.max(0, open.length - back);
    let under = open.at(-1);
    let fitting = fittingUnder(under);
    while (fitting.length === 0) {
      open.pop();
      under = open.at(-1);
      fitting = fittingUnder(under);
    }
    const keyword = fitting[wanted % fitting.length] ?? "claim";
    const depth = open.length;
    const indent = "  ".repeat(depth);
    if (extra === "comment") rows.push(`${indent}// ${prefix}${index}`);
    if (extra === "blank") rows.push("");
    const others = names.map((number) => `n${number}`);
    if (keyword === "premise" && wanted % 3 === 0) {
      rows.push(`${indent}premise ${others[0]}`);
      open.push("premise");
      continue;
    }
    const clauses = [
      by !== "" && keywordRules[keyword].clauses.includes("by") ? ` by ${by}` : "",
      depth === 0 && isStep(keyword) ? ` ${keyword === "reason" ? "for" : "against"} ${others.join(", ")}` : "",
      extra === "contradicts" && keywordRules[keyword].clauses.includes("contradicts")
        ? ` contradicts ${others[0]}`
        : "",
      depth === 0 && keyword === "claim" && wanted % 4 === 0 ? ` answers ${others[0]}` : "",
    ];
    const name = isNamed && keyword !== "quote" ? ` n${prefix}${index}`.replace("m", "") : "";
    rows.push(`${indent}${keyword}${name}${clauses.join("")}: T${prefix}${index}`);
    if (extra === "further") rows.push(`${indent}    goes on`, "", `${indent}    and on`);
    if (extra === "note") rows.push(`${indent}  note: N${prefix}${index}`);
    open.push(keyword);
  }
  return `${rows.join("\n")}\n`;
}

const fittingUnder = (under: Keyword | undefined): readonly Keyword[] =>
  (["question", "claim", "reason", "objection", "premise", "assumption", "quote"] as const).filter((one) =>
    under === undefined ? keywordRules[one].canBeTopLevel : keywordRules[one].allowedParents.includes(under),
  );

/** What hangs on what, by what is said: `[how, what, on what]`. */
function argumentOf(workspace: Workspace): readonly (readonly [string, string, string])[] {
  const relations: (readonly [string, string, string])[] = [];
  const files = workspace.files();
  const said = (entry: Entry | undefined): string => entry?.text ?? "";
  for (const entry of files.flatMap((one) => [...one.syntax.entries.values()])) {
    if (entry.head.form !== "full") continue;
    const { keyword } = entry.head;
    const put = (how: string, others: readonly (Entry | undefined)[]): unknown =>
      others.map((other) => relations.push([how, entry.text, said(other)]));
    put("is", [undefined]);
    for (const { key, value } of entry.attributes) relations.push([key, entry.text, value]);
    if (keyword === "speaker" || keyword === "source" || keyword === "import") continue;
    put("by", speakersOf(entry));
    if (isStep(keyword)) put("bears on", stepTargets(entry));
    if (isStep(keyword))
      put(
        "rests on",
        // A name that leads nowhere, or to what cannot be a premise, is a fault already.
        premisesOf(entry).flatMap(({ claim }) => claim ?? []),
      );
    if (keyword === "claim")
      put(
        "answers",
        [...namedTargets(entry, "answers"), entry.parent].filter((one) => one !== undefined),
      );
    if (keyword === "question") put("asks about", entry.parent === undefined ? [] : [resolveBarePremise(entry.parent)]);
    if (keyword === "quote") put("quotes", [sourceOf(entry, files)]);
    put("contradicts", contradictionsOf(entry, files));
  }
  return relations;
}

const sorted = (relations: readonly (readonly [string, string, string])[]): readonly string[] =>
  [...new Set(relations.map((one) => one.join(" | ")))].sort();

const errorsIn = (workspace: Workspace): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { uri } of workspace.files()) {
    for (const { severity, code } of workspace.problemsOf(uri)) {
      if (severity === "error") counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return counts;
};

const commentsIn = (texts: Readonly<Record<string, string>>): readonly string[] =>
  Object.values(texts)
    .flatMap((text) => text.split("\n"))
    .map((one) => one.trim())
    .filter((one) => one.startsWith("//"))
    .sort();

/** What is kept of words: see the reference on text over several lines. */
const asRead = (text: string): string =>
  text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .join("\n\n");

test("an edit changes what it is about and nothing else, breaks nothing, and loses no comment", async () => {
  const counts = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(file, file, asked, fc.nat(60), async (main, other, ask, pick) => {
      const source = `${written(main, "m", ["import: other.argmap", "speaker lind: Lind", "source: Report"])}=== other.argmap\n${written(other, "1", ["speaker roy: Roy"])}`;
      const before = await openWorkspace(source);
      const { workspace, uri } = before;
      const trees = new Trees(workspace);
      const { tree, version } = trees.watch(uri) ?? { tree: undefined, version: 0 };
      const card = tree?.cards[pick % (tree.cards.length || 1)];
      if (tree === undefined || card === undefined) return;
      const action = ask(tree.cards.map(({ id }) => id));
      const chosen = trees.cardContext(uri, card.id);
      const words = chosen?.cardEntry.entry.text ?? "";
      const overIt = chosen?.path[1] === undefined ? undefined : trees.cardContext(uri, chosen.path[1]);
      const above = overIt?.cardEntry.entry.text;
      const target = action.do === "move" ? (trees.cardContext(uri, action.to)?.cardEntry.entry.text ?? "") : "";
      const relations = argumentOf(workspace);
      const errors = errorsIn(workspace);
      // Throws where edits overlap.
      const answer = editCard(workspace, trees, { uri, card: card.id, version, action });
      expect(answer.is).toMatch(/^(?:edit|refused)$/);
      const what = `${action.do} ${answer.is}`;
      counts.set(what, (counts.get(what) ?? 0) + 1);
      if (answer.is !== "edit") return;
      const files = { ...before.files, ...applyWorkspaceEdit(workspace, answer.edit) };
      const after = await reopened(before, files);
      const now = argumentOf(after.workspace);
      for (const [code, count] of errorsIn(after.workspace))
        expect(errors.get(code) ?? 0, code).toBeGreaterThanOrEqual(count);
      const comments = commentsIn(files);
      if (action.do !== "delete") expect(comments).toEqual(commentsIn(before.files));
      expect(landing(files, answer.at)).toContain(
        action.do === "add" || action.do === "write" ? (asRead(action.text).split("\n")[0] ?? "") : "",
      );
      switch (action.do) {
        case "add": {
          const text = asRead(action.text);
          expect(sorted(now.filter(([, one, on]) => one !== text && on !== text))).toEqual(sorted(relations));
          expect(now.filter(([how, one]) => how === "is" && one === text)).toHaveLength(1);
          break;
        }
        case "write": {
          const text = asRead(action.text);
          const instead = (one: string): string => (one === words && words !== "" ? text : one);
          if (words === "") break;
          expect(sorted(now)).toEqual(
            sorted(relations.map(([how, one, on]) => [how, instead(one), instead(on)] as const)),
          );
          break;
        }
        case "delete": {
          // A name that leads nowhere.
          if (words === "") break;
          const isOfUseAlone = card.form === "reference" || isTakenFromElsewhere(chosen, overIt);
          const unasked = editCard(workspace, trees, {
            uri,
            card: card.id,
            version,
            action: { do: "delete", sure: false },
          });
          if (unasked.is === "edit") expect(Object.keys(applyWorkspaceEdit(workspace, unasked.edit))).toEqual([uri]);
          const left = new Set(now.flatMap(([, one]) => one));
          if (!isOfUseAlone) expect(left).not.toContain(words);
          const all = new Set(relations.map(([, one]) => one));
          const stays = relations.filter(([, one, on]) => left.has(one) && (left.has(on) || !all.has(on)));
          const isOfUse = ([how, one, on]: readonly [string, string, string]): boolean =>
            (how === "rests on" && on === words && one === above) || (one === words && on === above);
          const isKept = (one: readonly [string, string, string]): boolean => !isOfUseAlone || !isOfUse(one);
          expect(sorted(now.filter(isKept))).toEqual(sorted(stays.filter(isKept)));
          break;
        }
        case "turn":
          // What it could not bear on as what it was, it may bear on now.
          if (above === undefined) break;
          expect(sorted(now)).toEqual(sorted(relations));
          break;
        case "move": {
          const isOfIt = ([how, one, on]: readonly [string, string, string]): boolean =>
            how !== "by" && ((one === words && on !== "") || on === words);
          expect(sorted(now.filter((one) => !isOfIt(one)))).toEqual(sorted(relations.filter((one) => !isOfIt(one))));
          expect(now.some(([, one, on]) => (one === words && on === target) || (one === target && on === words))).toBe(
            true,
          );
          break;
        }
      }
    }),
    { numRuns: 400 },
  );
  for (const one of ["add", "write", "delete", "turn", "move"])
    expect(counts.get(`${one} edit`), one).toBeGreaterThan(10);
}, 60_000);

/** Whether a card shows a claim of one file as a premise of a step of another one. */
const isTakenFromElsewhere = (chosen: Shown, above: Shown): boolean =>
  chosen?.cardEntry.card.relation === "premise" &&
  above !== undefined &&
  fileOf(chosen.cardEntry.entry) !== fileOf(above.cardEntry.entry);

type Shown = ReturnType<Trees["cardContext"]>;

const reopened = ({ folder }: OpenWorkspace, files: Readonly<Record<string, string>>): Promise<OpenWorkspace> =>
  openWorkspace(
    Object.entries(files)
      .map(([uri, text]) => `=== ${uri.slice(folder.length)}\n${text}`)
      .join(""),
  );

/** What stands where an answer leads to. */
function landing(
  files: Readonly<Record<string, string>>,
  {
    uri,
    range,
  }: { uri: string; range: { start: { line: number; character: number }; end: { line: number; character: number } } },
): string {
  const row = files[uri]?.split("\n")[range.start.line] ?? "";
  expect(isKeyword(row.trim().split(/[ :]/)[0] ?? "") || row.startsWith("  ")).toBe(true);
  return row.slice(range.start.character, range.end.character);
}
