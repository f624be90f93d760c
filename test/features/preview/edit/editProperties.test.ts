import fc from "fast-check";
import { expect, test } from "vitest";
import type { Location } from "vscode-languageserver";
import type { Entry } from "../../../../server/core/language/entry.ts";
import { namedTargets, premisesOf, resolveBarePremise, stepTargets } from "../../../../server/core/language/graph.ts";
import { fileOf } from "../../../../server/core/language/map.ts";
import { contradictionsOf } from "../../../../server/core/language/relations/claimRelations.ts";
import { sourceOf } from "../../../../server/core/language/relations/quoteSources.ts";
import { speakersOf } from "../../../../server/core/language/relations/speakers.ts";
import { isKeyword, isStep } from "../../../../server/core/language/vocabulary.ts";
import { editCard } from "../../../../server/features/preview/edit/index.ts";
import { propertyChoices } from "../../../../server/features/preview/propertyChoices.ts";
import { Trees } from "../../../../server/workspace/trees.ts";
import type { Workspace } from "../../../../server/workspace/workspace.ts";
import { mapText, randomAction, randomFile } from "../../../support/arbitraries/cardEdits.ts";
import { applyWorkspaceEdit } from "../../../support/workspaces/applyEdit.ts";
import { type OpenWorkspace, openWorkspace } from "../../../support/workspaces/openWorkspace.ts";

/** A relation between two entries, by their texts. */
type TextRelation = readonly [name: string, from: string, to: string];

/** The text of an entry; the name if it only uses one that is not defined. */
const textOf = ({ head, text }: Entry): string => (head.form === "bare" ? (head.name?.text ?? "") : text);

/** All relations between the entries of a workspace. */
function relationsIn(workspace: Workspace): readonly TextRelation[] {
  const relations: TextRelation[] = [];
  const files = workspace.files();
  for (const entry of files.flatMap((one) => [...one.syntax.entries.values()])) {
    if (entry.head.form !== "full") continue;
    const { keyword } = entry.head;
    const put = (name: string, others: readonly (Entry | undefined)[]): void => {
      for (const other of others) relations.push([name, entry.text, other === undefined ? "" : textOf(other)]);
    };
    put("is", [undefined]);
    for (const { key, value } of entry.attributes) relations.push([key, entry.text, value]);
    if (keyword === "speaker" || keyword === "source" || keyword === "import") continue;
    put("by", speakersOf(entry));
    // An objection to a quote is drawn at the entry that has the quote.
    for (const { target, side } of stepTargets(entry))
      put(side, [target.head.keyword === "quote" ? target.parent : target]);
    if (isStep(keyword))
      put(
        "rests on",
        // An unresolved premise is an error already.
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

const sorted = (relations: readonly TextRelation[]): readonly string[] =>
  [...new Set(relations.map((relation) => relation.join(" | ")))].sort();

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

/** Text as it is parsed: see “Text over several lines” in the reference. */
const parsedText = (text: string): string =>
  text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .join("\n\n");

test("random edits change only their card, add no errors, and lose no comment", async () => {
  const counts = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(randomFile, randomFile, randomAction, fc.nat(60), async (main, other, toAction, cardChoice) => {
      const source = `${mapText(main, "m", ["import: other.argmap", "speaker lind: Lind", "source: Report"])}=== other.argmap\n${mapText(other, "1", ["speaker roy: Roy"])}`;
      const opened = await openWorkspace(source);
      const { workspace, uri } = opened;
      const trees = new Trees(workspace);
      const { tree, version } = trees.watch(uri) ?? { tree: undefined, version: 0 };
      const card = tree?.cards[cardChoice % (tree.cards.length || 1)];
      if (tree === undefined || card === undefined) return;
      const action = toAction(
        tree.cards.map(({ id }) => id),
        (property) =>
          (propertyChoices(trees, uri, card.id, property)?.choices ?? [{ value: "x" }]).map(({ value }) => value),
      );
      const chosen = trees.cardContext(uri, card.id);
      const text = chosen?.cardEntry.entry.text ?? "";
      const parent = chosen?.path[1] === undefined ? undefined : trees.cardContext(uri, chosen.path[1]);
      const parentText = parent && textOf(parent.cardEntry.entry);
      const target = action.type === "move" ? trees.cardContext(uri, action.parent) : undefined;
      const targetText = target === undefined ? "" : textOf(target.cardEntry.entry);
      const before = relationsIn(workspace);
      const errors = errorsIn(workspace);
      // Throws if edits overlap.
      const result = editCard(workspace, trees, { uri, card: card.id, version, action });
      expect(result.type).toMatch(/^(?:edit|rejected)$/);
      const outcome = `${action.type} ${result.type}`;
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (result.type !== "edit") return;
      const files = { ...opened.files, ...applyWorkspaceEdit(workspace, result.edit) };
      const reopened = await openFiles(opened.folder, files);
      const after = relationsIn(reopened.workspace);
      for (const [code, count] of errorsIn(reopened.workspace))
        expect(errors.get(code) ?? 0, code).toBeGreaterThanOrEqual(count);
      const comments = commentsIn(files);
      if (action.type !== "delete") expect(comments).toEqual(commentsIn(opened.files));
      expect(textAt(files, result.location)).toContain(
        action.type === "add" || action.type === "setText" ? (parsedText(action.text).split("\n")[0] ?? "") : "",
      );
      switch (action.type) {
        case "add": {
          const added = parsedText(action.text);
          expect(sorted(after.filter(([, from, to]) => from !== added && to !== added))).toEqual(sorted(before));
          expect(after.filter(([name, from]) => name === "is" && from === added)).toHaveLength(1);
          break;
        }
        case "setText": {
          if (text === "") break;
          const replaced = (one: string): string => (one === text ? parsedText(action.text) : one);
          expect(sorted(after)).toEqual(
            sorted(before.map(([name, from, to]) => [name, replaced(from), replaced(to)] as const)),
          );
          break;
        }
        case "delete": {
          // An unresolved name.
          if (text === "") break;
          const deletesOnlyUse = card.form === "reference" || isImportedPremise(chosen, parent);
          const unconfirmed = editCard(workspace, trees, {
            uri,
            card: card.id,
            version,
            action: { type: "delete", isConfirmed: false },
          });
          if (unconfirmed.type === "edit")
            expect(Object.keys(applyWorkspaceEdit(workspace, unconfirmed.edit))).toEqual([uri]);
          const remaining = new Set(after.map(([, from]) => from));
          if (!deletesOnlyUse) expect(remaining).not.toContain(text);
          const all = new Set(before.map(([, from]) => from));
          const expected = before.filter(([, from, to]) => remaining.has(from) && (remaining.has(to) || !all.has(to)));
          const isOfUse = ([name, from, to]: TextRelation): boolean =>
            (name === "rests on" && to === text && from === parentText) || (from === text && to === parentText);
          const isKept = (relation: TextRelation): boolean => !deletesOnlyUse || !isOfUse(relation);
          expect(sorted(after.filter(isKept))).toEqual(sorted(expected.filter(isKept)));
          break;
        }
        case "setProperty": {
          const { property, values } = action;
          const isChanged = ([name, from]: TextRelation): boolean =>
            property === "speaker" ? name === "by" : name === property && from === text;
          const isOther = (one: TextRelation): boolean => !isChanged(one) && one[1] !== "Ada X";
          expect(sorted(after.filter(isOther))).toEqual(sorted(before.filter(isOther)));
          if (property !== "speaker")
            expect(after.filter(isChanged).map(([, , value]) => value)).toEqual(
              values.length === 0 ? [] : [values.join(", ")],
            );
          break;
        }
        case "convert":
          // Without a parent card, the inverted step may have a target that was not allowed before.
          if (parentText === undefined) break;
          expect(sorted(after)).toEqual(
            sorted(
              before.map(([name, from, to]) => [from === text && to === parentText ? otherSide(name) : name, from, to]),
            ),
          );
          break;
        case "move": {
          const isOfCard = ([name, from, to]: TextRelation): boolean =>
            name !== "by" && ((from === text && to !== "") || to === text);
          expect(sorted(after.filter((one) => !isOfCard(one)))).toEqual(sorted(before.filter((one) => !isOfCard(one))));
          const connectsToTarget = ([, from, to]: TextRelation): boolean =>
            (from === text && to === targetText) || (from === targetText && to === text);
          expect(after.some(connectsToTarget)).toBe(true);
          // The step keeps its side on other targets.
          const isElsewhere = ([name, from, to]: TextRelation): boolean =>
            (name === "for" || name === "against") && from === text && to !== parentText && to !== targetText;
          if (parentText !== undefined)
            expect(sorted(after.filter(isElsewhere))).toEqual(sorted(before.filter(isElsewhere)));
          break;
        }
      }
    }),
    { numRuns: 480 },
  );
  for (const kind of ["add", "setText", "delete", "convert", "move", "setProperty"])
    expect(counts.get(`${kind} edit`), kind).toBeGreaterThan(10);
});

const otherSide = (side: string): string => (side === "for" ? "against" : side === "against" ? "for" : side);

/** Whether a card shows a claim of one file as a premise of a step in another file. */
const isImportedPremise = (chosen: CardContext, parent: CardContext): boolean =>
  chosen?.cardEntry.card.relation === "premise" &&
  parent !== undefined &&
  fileOf(chosen.cardEntry.entry) !== fileOf(parent.cardEntry.entry);

type CardContext = ReturnType<Trees["cardContext"]>;

const openFiles = (folder: string, files: Readonly<Record<string, string>>): Promise<OpenWorkspace> =>
  openWorkspace(
    Object.entries(files)
      .map(([uri, text]) => `=== ${uri.slice(folder.length)}\n${text}`)
      .join(""),
  );

/** The text at a location, which must be in the head or the text of an entry. */
function textAt(files: Readonly<Record<string, string>>, { uri, range }: Location): string {
  const row = files[uri]?.split("\n")[range.start.line] ?? "";
  expect(isKeyword(row.trim().split(/[ :]/)[0] ?? "") || row.startsWith("  ")).toBe(true);
  return row.slice(range.start.character, range.end.character);
}
