/**
 * Expectations about the problems of a map. The ranges of problems are marked with ‹ and › in the map itself:
 *
 * ```ts
 * await expectProblem("no-target", `‹reason›: The air got cleaner.`, "This reason has no target. …");
 * ```
 */
import { expect } from "vitest";
import type { MapFile } from "../../../server/core/language/map.ts";
import type { Problem } from "../../../server/core/language/problem.ts";
import { type FileContent, memoryFileSystem, workspaceOn } from "../workspaces/memoryFileSystem.ts";
import { dedent } from "./dedent.ts";

/** The contents of other files by name. */
export type OtherFiles = Readonly<Record<string, FileContent>>;

const folder = "file:///maps";

/** A map and its problems, and the problems of the files next to it. */
export interface CheckResult {
  readonly file: MapFile;
  readonly problems: readonly Problem[];
  readonly problemsOf: (path: string) => readonly Problem[];
}

/** Checks a map with other files next to it. */
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

/** Expects problems with a code at exactly the marked ranges, the first of them with this message. Returns them. */
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

/** Expects no problem with a code. */
export async function expectNoProblem(code: string, text: string, otherFiles: OtherFiles = {}): Promise<void> {
  const { file, problems } = await checkMap(text, otherFiles);
  expect(
    markProblems(
      file,
      problems.filter((problem) => problem.code === code),
    ),
  ).toBe(dedent(text));
}

/** Returns the text of a file with the ranges of problems marked. */
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

/** Returns the start and end of a problem as offsets in the whole text. */
function offsetsOf(file: MapFile, { at, to = at }: Problem): { readonly from: number; readonly to: number } {
  const { lines } = file.syntax;
  const offset = (line: typeof at.line, column: number): number =>
    lines.slice(0, lines.numberOf(line)).reduce((sum, one) => sum + one.scanned.raw.length + one.end.length, column);
  return { from: offset(at.line, at.start), to: offset(to.line, to.end) };
}
