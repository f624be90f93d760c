/**
 * What is said about a map, as it reads: the places that problems mark stand between ‹ and ›.
 *
 * ```ts
 * await shows("no-target", `‹reason›: The air got cleaner.`, "What is this a reason for? …");
 * ```
 */
import { expect } from "vitest";
import type { MapFile } from "../../server/core/language/map.ts";
import type { Problem } from "../../server/core/language/problem.ts";
import { type FileContent, memoryFileSystem, workspaceOn } from "./memoryFileSystem.ts";

/** The texts of other files, by their names. */
export type OtherFiles = Readonly<Record<string, FileContent>>;

const folder = "file:///maps";

/** A map, what is said of it, and what is said of the files beside it. */
export interface CheckResult {
  readonly file: MapFile;
  readonly problems: readonly Problem[];
  readonly problemsOf: (path: string) => readonly Problem[];
}

/** All that is said of a map, with files that stand beside it. */
export async function checkMap(text: string, otherFiles: OtherFiles = {}, name = "map.argmap"): Promise<CheckResult> {
  const files = Object.entries(otherFiles).map(([path, words]) => [
    `${folder}/${path}`,
    typeof words === "string" ? dedent(words) : words,
  ]);
  const workspace = workspaceOn(memoryFileSystem(Object.fromEntries(files)));
  const uri = `${folder}/${name}`;
  workspace.open(uri, dedent(text), 1);
  await workspace.whenIdle();
  const workspaceFile = workspace.get(uri);
  if (workspaceFile === undefined) throw new Error("The map was not opened.");
  const problemsOf = (path: string): readonly Problem[] => workspace.problemsOf(`${folder}/${path}`);
  return { file: workspaceFile.file, problems: problemsOf(name), problemsOf };
}

/** Expects problems of one code at just the places that are marked, the first of them with this message. */
export async function expectProblem(
  code: string,
  marked: string,
  message: string,
  otherFiles: OtherFiles = {},
): Promise<readonly Problem[]> {
  const { file, problems } = await checkMap(marked.replace(/[‹›]/gu, ""), otherFiles);
  const ofCode = problems.filter((problem) => problem.code === code);
  expect(markProblems(file, ofCode)).toBe(dedent(marked));
  const first = ofCode.toSorted((a, b) => offsetsOf(file, a).from - offsetsOf(file, b).from)[0];
  expect(first?.message).toBe(message);
  return ofCode;
}

/** Expects no problem of one code. */
export async function expectNoProblem(code: string, text: string, otherFiles: OtherFiles = {}): Promise<void> {
  const { file, problems } = await checkMap(text, otherFiles);
  expect(
    markProblems(
      file,
      problems.filter((problem) => problem.code === code),
    ),
  ).toBe(dedent(text));
}

/** The text of a file with the places of problems marked. */
export function markProblems(file: MapFile, problems: readonly Problem[]): string {
  let text = file.syntax.text;
  const marks = problems.flatMap((problem) => {
    const { from, to } = offsetsOf(file, problem);
    return [
      { at: from, mark: "‹" },
      { at: to, mark: "›" },
    ];
  });
  for (const { at, mark } of marks.sort((a, b) => b.at - a.at)) text = text.slice(0, at) + mark + text.slice(at);
  return text;
}

/** Where a problem begins and ends, in offsets of the whole text. */
function offsetsOf(file: MapFile, { at, to = at }: Problem): { readonly from: number; readonly to: number } {
  const { lines } = file.syntax;
  const offset = (line: typeof at.line, column: number): number =>
    lines.slice(0, lines.numberOf(line)).reduce((sum, one) => sum + one.scanned.raw.length + one.end.length, column);
  return { from: offset(at.line, at.start), to: offset(to.line, to.end) };
}

/** A text that begins on a line of its own, without the indentation that all its lines share; any other as it is. */
export function dedent(text: string): string {
  if (!text.startsWith("\n")) return text;
  const lines = text
    .replace(/^[ \t]*\n/, "")
    .replace(/\n[ \t]*$/, "\n")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(Math.min(shared, line.length))).join("\n");
}
