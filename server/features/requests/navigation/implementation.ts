/** Go to Implementations: from a claim to its reasons and objections, from a question to its answers. */
import type { LocationLink, Position } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import { inDocumentOrder, stepsTargeting } from "../../../core/language/graph.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { answersTo } from "../../../core/language/relations/claimRelations.ts";
import { wordingsOf } from "../../../core/language/relations/wordings.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { linksFromEntry } from "../../shared/locationLinks.ts";

/**
 * Returns the entries, from all files, that target the entry at a position: the reasons for and objections against a
 * claim, premise or step; the answers to a question and the objections against it.
 */
export function implementation(workspace: Workspace, uri: string, position: Position): readonly LocationLink[] {
  return linksFromEntry(workspace.get(uri)?.file, position, (entry) => targetingEntries(entry, workspace.files()));
}

function targetingEntries(entry: Entry, files: readonly MapFile[]): readonly Entry[] {
  const answers = entry.head.keyword === "question" ? answersTo(entry, files) : [];
  const steps = wordingsOf(entry, files).flatMap((wording) => stepsTargeting(wording, files).map(({ step }) => step));
  return inDocumentOrder(new Set([...answers, ...steps]), files);
}
