/** The maps in the reference, `docs/reference.md`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";
import type { FileContent } from "../workspaces/memoryFileSystem.ts";
import type { OtherFiles } from "./expectProblems.ts";

/** The text of the reference. */
export const referenceText = readFileSync(join(root, "docs/reference.md"), "utf8");

/** A map in the reference. */
export interface ReferenceExample {
  /** The heading above the map. */
  readonly section: string;
  readonly line: number;
  readonly text: string;
  readonly isWrong: boolean;
  /** The file name of the map. */
  readonly name: string;
  /** The files that its section gives before it. */
  readonly otherFiles: OtherFiles;
}

/** All maps in the reference, in order. */
export const examples = examplesOf(referenceText);

function examplesOf(text: string): readonly ReferenceExample[] {
  const examples: ReferenceExample[] = [];
  let section = "";
  let otherFiles: Record<string, FileContent> = {};
  let fence: { words: readonly string[]; from: number } | undefined;
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (fence === undefined) {
      const heading = /^#+ (.*)/.exec(line)?.[1];
      if (heading !== undefined) [section, otherFiles] = [heading, {}];
      if (line.startsWith("```")) fence = { words: line.slice(3).split(" "), from: index + 1 };
      continue;
    }
    if (!line.startsWith("```")) continue;
    const words = fence.words;
    const body = `${lines.slice(fence.from, index).join("\n")}\n`;
    const name = words.find((word) => word.startsWith("file="))?.slice("file=".length);
    const isMap = words[0] === "argmap";
    // A named file is available to the following maps; one with the name of the map itself is another version of it.
    if (name !== undefined && name !== "map.argmap")
      otherFiles[name] = words.includes("encoding=windows-1252") ? inLatin1(body) : body;
    if (isMap) {
      const example = {
        section,
        line: fence.from,
        text: body,
        isWrong: words.includes("wrong"),
        name: name ?? "map.argmap",
      };
      examples.push({ ...example, otherFiles: { ...otherFiles } });
    }
    fence = undefined;
  }
  return examples;
}

/** Encodes a text in Latin-1, whose letters have the same bytes in windows-1252. */
function inLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
