/** Code lenses that count reasons, objections, uses and answers. */
import * as v from "valibot";
import type { CodeLens, Location } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import { barePremisesFor } from "../../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { answersTo } from "../../../core/language/relations/claimRelations.ts";
import { premiseUses, stepsOnSide, wordingsOf } from "../../../core/language/relations/wordings.ts";
import { counted } from "../../../core/strings/english.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { articleLenses, isArticleLens, resolveArticleLens } from "../../articles/requests/codeLens.ts";
import { entryData, entryFromData } from "../../shared/entryData.ts";
import { nameLocation, nameRange } from "../../shared/ranges.ts";

export interface LensOptions {
  /** Whether the client has the command `argmap.showReferences`. Without it, lenses show a count but no link. */
  readonly canShowReferences: boolean;
}

/** The counts of a lens: reasons for, objections against, uses as a premise, answers. */
const lensKinds = ["for", "against", "uses", "answers"] as const;
type LensKind = (typeof lensKinds)[number];
const lensData = v.object({ kind: v.picklist(lensKinds) });

/**
 * Returns the lenses of a file, unresolved. A claim shows its reasons, objections and uses, a premise its uses elsewhere,
 * and a question its answers. In an article, each paragraph shows the entries that cite it.
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
    // A critical question needs no answer, so its lens never shows “no answers”.
    const parentKeyword = entry.parent?.head.keyword ?? "question";
    return parentKeyword === "question" || answersTo(entry, files).length > 0 ? ["answers"] : [];
  }
  const isUsed = (name !== undefined || isRestated(entry, files)) && usesOf(entry, files).length > 0;
  if (keyword !== "claim") return isUsed ? ["uses"] : [];
  const isAttacked = stepsOnSide(entry, "against", files).length > 0;
  return ["for", ...(isAttacked ? ["against" as const] : []), ...(isUsed ? ["uses" as const] : [])];
}

/** Returns the lens with its title and the command that shows the counted entries. */
export function resolveCodeLens(workspace: Workspace, lens: CodeLens, { canShowReferences }: LensOptions): CodeLens {
  if (isArticleLens(lens)) return resolveArticleLens(workspace, lens, { command: canShowReferences });
  const entry = entryFromData(workspace, lens.data);
  const parsed = v.safeParse(lensData, lens.data);
  if (entry === undefined || !parsed.success) return { ...lens, command: { title: "", command: "" } };
  const { kind } = parsed.output;
  const locations = lensLocations(entry, kind, workspace.withImporters(fileOf(entry)));
  const title = lensTitle(kind, locations.length);
  if (!canShowReferences || locations.length === 0) return { ...lens, command: { title, command: "" } };
  const { uri, range } = nameLocation(entry);
  return {
    ...lens,
    command: {
      title,
      command: "argmap.showReferences",
      arguments: [{ uri, position: range.start, locations }],
    },
  };
}

const isRestated = (entry: Entry, files: readonly MapFile[]): boolean => wordingsOf(entry, files).length > 1;

/** The uses of a claim as a premise, in any wording, other than at its own place. */
const usesOf = (claim: Entry, files: readonly MapFile[]): readonly Entry[] =>
  wordingsOf(claim, files).length === 1
    ? barePremisesFor(claim, files)
    : premiseUses(claim, files).flatMap(({ use }) => (use === claim ? [] : [use]));

function lensLocations(entry: Entry, kind: LensKind, files: readonly MapFile[]): readonly Location[] {
  switch (kind) {
    case "for":
    case "against":
      return stepsOnSide(entry, kind, files).map(nameLocation);
    case "uses":
      return usesOf(entry, files).map(nameLocation);
    case "answers":
      return answersTo(entry, files).map(nameLocation);
  }
}

const countedNouns: { readonly [K in LensKind]: string } = {
  for: "reason",
  against: "objection",
  uses: "use",
  answers: "answer",
};

const lensTitle = (kind: LensKind, count: number): string =>
  count === 0 ? `no ${countedNouns[kind]}s` : counted(count, countedNouns[kind]);
