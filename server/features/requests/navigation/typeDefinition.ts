/** Go to Type Definition: from an entry to its question, its speakers or its source. */
import type { LocationLink, Position } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import { importClosure, namedTargets } from "../../../core/language/graph.ts";
import { fileOf } from "../../../core/language/map.ts";
import { sourceOf } from "../../../core/language/relations/quoteSources.ts";
import { speakersOf } from "../../../core/language/relations/speakers.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { linksFromEntry } from "../../shared/locationLinks.ts";

/**
 * Returns the questions that the entry at a position answers, then its speakers; for a quote, its source. On a reference,
 * the entry is its target.
 */
export function typeDefinition(workspace: Workspace, uri: string, position: Position): readonly LocationLink[] {
  return linksFromEntry(workspace.get(uri)?.file, position, typeDefinitionsOf);
}

function typeDefinitionsOf(entry: Entry): readonly Entry[] {
  if (entry.head.keyword === "quote") {
    const source = sourceOf(entry, importClosure(fileOf(entry)));
    return source === undefined ? [] : [source];
  }
  const parentQuestions =
    entry.head.keyword === "claim" && entry.parent?.head.keyword === "question" ? [entry.parent] : [];
  return [...new Set([...parentQuestions, ...namedTargets(entry, "answers"), ...speakersOf(entry)])];
}
