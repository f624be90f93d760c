import * as v from "valibot";
import type { CodeLens, Location } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { answersTo, barePremisesFor, stepsBearingOn } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { articleLenses, isArticleLens, resolveArticleLens } from "../articles/requests/codeLens.ts";
import { entryData, entryFromData } from "../shared/entryData.ts";
import { nameLocation, nameRange } from "../shared/ranges.ts";

export interface LensOptions {
  /** Whether the client has the command that shows places; else a lens says how many there are, and no more. */
  readonly canShowReferences: boolean;
}

/** What a lens tells of: what is for an entry, against it, rests on it, answers it. */
const lensKinds = ["for", "against", "uses", "answers"] as const;
type LensKind = (typeof lensKinds)[number];
const lensData = v.object({ kind: v.picklist(lensKinds) });

/**
 * Above each claim how many reasons are for it, how many objections against it, and in how many places it is used; above a
 * premise only where it is used elsewhere, above a question its answers; above each paragraph of an article what cites it.
 * What a lens says is filled in when it is shown.
 */
export function codeLens(workspace: Workspace, uri: string): readonly CodeLens[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return articleLenses(workspace, uri);
  const files = workspace.withImporters(file);
  const lenses: CodeLens[] = [];
  for (const keyword of ["claim", "premise", "assumption", "question"] as const) {
    for (const entry of file.entriesOf(keyword)) {
      const shown = lensKindsFor(entry, files);
      if (shown.length === 0) continue;
      const range = nameRange(entry);
      for (const kind of shown) lenses.push({ range, data: { ...entryData(entry), kind } });
    }
  }
  return lenses.sort((a, b) => a.range.start.line - b.range.start.line);
}

function lensKindsFor(entry: Entry, files: readonly MapFile[]): readonly LensKind[] {
  const { keyword, form, name } = entry.head;
  if (form !== "full") return [];
  if (keyword === "question") {
    // A critical question asks for no claim to answer it.
    const parentKeyword = entry.parent?.head.keyword ?? "question";
    return parentKeyword === "question" || answersTo(entry, files).length > 0 ? ["answers"] : [];
  }
  const isUsed = name !== undefined && barePremisesFor(entry, files).length > 0;
  if (keyword !== "claim") return isUsed ? ["uses"] : [];
  const isAttacked = stepsBearingOn(entry, files).some(({ step }) => step.head.keyword === "objection");
  return ["for", ...(isAttacked ? ["against" as const] : []), ...(isUsed ? ["uses" as const] : [])];
}

/** A lens with what it says, and the command that shows the places. */
export function resolveCodeLens(workspace: Workspace, lens: CodeLens, { canShowReferences }: LensOptions): CodeLens {
  if (isArticleLens(lens)) return resolveArticleLens(workspace, lens, { command: canShowReferences });
  const entry = entryFromData(workspace, lens.data);
  const parsed = v.safeParse(lensData, lens.data);
  if (entry === undefined || !parsed.success) return { ...lens, command: { title: "", command: "" } };
  const { kind } = parsed.output;
  const places = lensLocations(entry, kind, workspace.withImporters(fileOf(entry)));
  const title = lensTitle(kind, places.length);
  if (!canShowReferences || places.length === 0) return { ...lens, command: { title, command: "" } };
  const { uri, range } = nameLocation(entry);
  return {
    ...lens,
    command: { title, command: "argmap.showReferences", arguments: [{ uri, position: range.start, places }] },
  };
}

function lensLocations(entry: Entry, kind: LensKind, files: readonly MapFile[]): readonly Location[] {
  switch (kind) {
    case "for":
    case "against": {
      const keyword = kind === "for" ? "reason" : "objection";
      const steps = stepsBearingOn(entry, files).map(({ step }) => step);
      return [...new Set(steps)].filter(({ head }) => head.keyword === keyword).map(nameLocation);
    }
    case "uses":
      return barePremisesFor(entry, files).map(nameLocation);
    case "answers":
      return answersTo(entry, files).map(nameLocation);
  }
}

function lensTitle(kind: LensKind, count: number): string {
  switch (kind) {
    case "for":
    case "against":
      return kind === "for" && count === 0 ? "no reasons yet" : `${count} ${kind}`;
    case "uses":
      return `used ${count === 1 ? "once" : `${count} times`}`;
    case "answers":
      return count === 0 ? "no answers yet" : `${count} ${count === 1 ? "answer" : "answers"}`;
  }
}
