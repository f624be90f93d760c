import * as v from "valibot";
import type { CodeLens, Location } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { answersTo, bearingsOn, usesOf } from "../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { articleLenses, isOfArticle, resolveArticleLens } from "../articles/requests/codeLens.ts";
import { identified, identityOf } from "../shared/entryData.ts";
import { nameLocation, nameRange } from "../shared/ranges.ts";

export interface LensOptions {
  /** Whether the client has the command that shows places; else a lens says how many there are, and no more. */
  readonly command: boolean;
}

/** What a lens tells of: what is for an entry, against it, rests on it, answers it. */
const kinds = ["for", "against", "uses", "answers"] as const;
type Kind = (typeof kinds)[number];
const schema = v.object({ kind: v.picklist(kinds) });

/**
 * Above each claim how many reasons are for it, how many objections against it, and in how many places it is used; above a
 * premise only where it is used elsewhere, above a question its answers; above each paragraph of an article what cites it.
 * What a lens says is filled in when it is shown.
 */
export function codeLens(workspace: Workspace, uri: string): readonly CodeLens[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return articleLenses(workspace, uri);
  const files = workspace.usersOf(file);
  const lenses: CodeLens[] = [];
  for (const keyword of ["claim", "premise", "assumption", "question"] as const) {
    for (const entry of file.entriesOf(keyword)) {
      const shown = kindsFor(entry, files);
      if (shown.length === 0) continue;
      const range = nameRange(entry);
      for (const kind of shown) lenses.push({ range, data: { ...identityOf(entry), kind } });
    }
  }
  return lenses.sort((a, b) => a.range.start.line - b.range.start.line);
}

function kindsFor(entry: Entry, files: readonly MapFile[]): readonly Kind[] {
  const { keyword, form, name } = entry.head;
  if (form !== "full") return [];
  if (keyword === "question") {
    // A critical question asks for no claim to answer it.
    const above = entry.parent?.head.keyword ?? "question";
    return above === "question" || answersTo(entry, files).length > 0 ? ["answers"] : [];
  }
  const used = name !== undefined && usesOf(entry, files).length > 0;
  if (keyword !== "claim") return used ? ["uses"] : [];
  const isAttacked = bearingsOn(entry, files).some(({ step }) => step.head.keyword === "objection");
  return ["for", ...(isAttacked ? ["against" as const] : []), ...(used ? ["uses" as const] : [])];
}

/** A lens with what it says, and the command that shows the places. */
export function resolveCodeLens(workspace: Workspace, lens: CodeLens, { command }: LensOptions): CodeLens {
  if (isOfArticle(lens)) return resolveArticleLens(workspace, lens, { command });
  const entry = identified(workspace, lens.data);
  const parsed = v.safeParse(schema, lens.data);
  if (entry === undefined || !parsed.success) return { ...lens, command: { title: "", command: "" } };
  const { kind } = parsed.output;
  const places = placesOf(entry, kind, workspace.usersOf(fileOf(entry)));
  const title = titleOf(kind, places.length);
  if (!command || places.length === 0) return { ...lens, command: { title, command: "" } };
  const { uri, range } = nameLocation(entry);
  return {
    ...lens,
    command: { title, command: "argmap.showReferences", arguments: [{ uri, position: range.start, places }] },
  };
}

function placesOf(entry: Entry, kind: Kind, files: readonly MapFile[]): readonly Location[] {
  switch (kind) {
    case "for":
    case "against": {
      const wanted = kind === "for" ? "reason" : "objection";
      const steps = bearingsOn(entry, files).map(({ step }) => step);
      return [...new Set(steps)].filter(({ head }) => head.keyword === wanted).map(nameLocation);
    }
    case "uses":
      return usesOf(entry, files).map(nameLocation);
    case "answers":
      return answersTo(entry, files).map(nameLocation);
  }
}

function titleOf(kind: Kind, count: number): string {
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
