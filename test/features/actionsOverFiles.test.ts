import fc from "fast-check";
import { expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver";
import { codeActions } from "../../server/features/codeActions.ts";
import type { Entry } from "../../server/language/entry.ts";
import { bearingsOn, filesOf, heldBy, meant, premisesOf, sourceOf, targetOf } from "../../server/language/graph.ts";
import { fileOf, referencesOf } from "../../server/language/map.ts";
import { isStep } from "../../server/language/vocabulary.ts";
import { resolvePath } from "../../server/workspace/paths.ts";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { memory, workspaceOn } from "../memory.ts";
import { edited } from "./edited.ts";
import { folder, mapsAtRandom } from "./mapsAtRandom.ts";

const options = {
  resolves: false,
  renames: true,
  diagnostics: { severities: {}, reference: undefined, related: false },
};
type Files = Readonly<Record<string, string>>;

async function workspaceOf(files: Files): Promise<Workspace> {
  const workspace = workspaceOn(memory(files));
  for (const [uri, text] of Object.entries(files)) workspace.open(uri, text, 1);
  await workspace.addFolder(folder);
  await workspace.complete();
  return workspace;
}

/** What an entry says, as which it is known wherever it stands: a claim that is a premise elsewhere too. */
const saidBy = (entry: Entry | undefined): string =>
  entry === undefined ? "nothing" : `${entry.head.keyword === "claim" ? "premise" : entry.head.keyword} ${entry.text}`;

/** All that the files say and what has to do with what, by what is said; where it stands and what it is called aside. */
function argumentOf(workspace: Workspace): readonly string[] {
  const files = workspace.files();
  const relations: string[] = [];
  for (const file of files) {
    for (const entry of file.syntax.entries.values()) {
      const { head, attributes } = entry;
      if (head.keyword === "import" || head.form === "broken") continue;
      const said = head.form === "bare" ? `use in ${saidBy(entry.parent)} of ${saidBy(meant(entry))}` : saidBy(entry);
      if (head.form === "full") {
        relations.push(said, ...heldBy(entry).map((speaker) => `${said} by ${saidBy(speaker)}`));
        // Holders, sources and targets follow from more than the names in a head.
        for (const reference of referencesOf(entry)) {
          const target = targetOf(reference);
          const isTarget = reference.role === "for" || reference.role === "against";
          if (reference.role !== "by" && reference.role !== "quote" && !(isTarget && target !== undefined))
            relations.push(`${said} ${reference.role} ${saidBy(target)}`);
        }
        for (const { step } of bearingsOn(entry, files)) relations.push(`${saidBy(step)} bears on ${said}`);
        if (isStep(head.keyword))
          for (const { claim } of premisesOf(entry)) relations.push(`${said} rests on ${saidBy(claim)}`);
        else if (entry.parent !== undefined && head.keyword !== "premise")
          relations.push(`${said} under ${saidBy(meant(entry.parent))}`);
      }
      if (head.keyword === "quote") relations.push(`${said} from ${saidBy(sourceOf(entry, filesOf(file)))}`);
      for (const { key, value } of attributes) {
        relations.push(`${said} ${key} ${key === "file" ? resolvePath(fileOf(entry).uri, value) : value}`);
      }
    }
  }
  return relations.sort();
}

const errorsOf = (workspace: Workspace): readonly string[] =>
  [...workspace.all()].flatMap(({ file }) =>
    workspace.problemsOf(file.uri).flatMap(({ severity, code }) => (severity === "error" ? [code] : [])),
  );

/** Those of one list that are in another more seldom, or not at all. */
function more(now: readonly string[], before: readonly string[]): readonly string[] {
  const left = [...before];
  return now.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const linesOf = (files: Files): readonly string[] =>
  Object.values(files).flatMap((text) => text.split(/\r?\n/).map((line) => line.replace("\uFEFF", "").trim()));
const commentsOf = (files: Files): readonly string[] => linesOf(files).filter((line) => line.startsWith("//"));
/** What the lines say, white space and line ends aside. */
const wordsOf = (files: Files): string => linesOf(files).join("").replaceAll(/\s/g, "");

/** What only puts things elsewhere, so that the argument stays the same. */
const MOVING = /^(?:Extract into|Write the claim|Move it (?!up)|Sort|Name it)/;

test("what is done to maps over several files keeps comments, makes no error, and where it only moves, the argument", async () => {
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      mapsAtRandom,
      fc.array(fc.tuple(fc.nat(2), fc.nat(25), fc.boolean()), { minLength: 3, maxLength: 9 }),
      async (files, places) => {
        const workspace = await workspaceOf(files);
        const before = { argument: argumentOf(workspace), errors: errorsOf(workspace) };
        const uris = Object.keys(files);
        for (const [which, number, isAtStart] of places) {
          const uri = uris[which] ?? "";
          const lines = (files[uri] ?? "").split(/\r?\n/);
          const line = number % lines.length;
          const raw = lines[line] ?? "";
          const at = { line, character: isAtStart ? raw.length - raw.trimStart().length : raw.length };
          const range = { start: at, end: { line, character: raw.length } };
          for (const { title, edit = {} } of codeActions(workspace, uri, range, { ...options, only: [""] })) {
            const shape = title.replaceAll(/“[^”]*”|\S+\.argmap|under \S+$/g, "…");
            done.set(shape, (done.get(shape) ?? 0) + 1);
            const told = () => `${title} at ${uri}:${line + 1}\n${shown(files)}\n---> \n${shown(now)}`;
            expectOneStep(edit);
            // Throws where edits overlap.
            const now = { ...files, ...edited(workspace, edit) };
            const after = await workspaceOf(now);
            expect(more(commentsOf(files), commentsOf(now)), told()).toEqual([]);
            for (const [one, text] of Object.entries(now)) {
              expect(text.lastIndexOf("\uFEFF") <= 0, told()).toBe(true);
              if (files[one]?.startsWith("\uFEFF")) expect(text.startsWith("\uFEFF"), told()).toBe(true);
              if (files[one]?.includes("\r\n")) expect(text, told()).not.toMatch(/[^\r]\n/);
            }
            // One error may have hidden another, of the same line say.
            expect(errorsOf(after).length, told()).toBeLessThanOrEqual(before.errors.length);
            if (!MOVING.test(title)) continue;
            const words = wordsOf(now);
            for (const one of textLinesOf(files)) expect(words, told()).toContain(one);
            expect(argumentOf(after), told()).toEqual(before.argument);
          }
        }
      },
    ),
    { numRuns: Number(process.env.ARGMAP_RUNS ?? 400) },
  );
  if (process.env.ARGMAP_RUNS) console.log(done);
  for (const shape of ["Extract into a claim", "Write the claim out here", "Move it to …", "Organise imports"]) {
    expect(done.get(shape), shape).toBeGreaterThan(3);
  }
}, 600_000);

const shown = (files: Files): string =>
  Object.entries(files)
    .map(([uri, text]) => `=== ${uri}\n${text.replace("\uFEFF", "<BOM>").replaceAll("\t", "→").replaceAll("\r", "␍")}`)
    .join("\n⏹\n");

const textLinesOf = (files: Files): readonly string[] =>
  linesOf(files).flatMap((line) =>
    line.startsWith("goes on") || line.startsWith("note:") ? [line.replaceAll(/\s/g, "")] : [],
  );

/** One change, each file in it once: undone in one step. */
function expectOneStep({ documentChanges = [], changes }: WorkspaceEdit): void {
  expect(changes).toBeUndefined();
  const uris = documentChanges.flatMap((change) => ("edits" in change ? [change.textDocument.uri] : []));
  expect(new Set(uris).size).toBe(uris.length);
}
