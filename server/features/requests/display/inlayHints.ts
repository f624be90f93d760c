/** Inlay hints: inherited speakers, and the texts of bare premises. */

import type { InlayHint, InlayHintLabelPart, Range } from "vscode-languageserver";
import { type Entry, shownText } from "../../../core/language/entry.ts";
import { namedTargets } from "../../../core/language/graph.ts";
import { clausesEnd } from "../../../core/language/head.ts";
import { definedName } from "../../../core/language/map.ts";
import { speakersOf } from "../../../core/language/relations/speakers.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { nameLocation } from "../../shared/ranges.ts";

const TYPE = 1;
const PARAMETER = 2;
const MAX_TEXT_LENGTH = 80;

/**
 * Returns the hints for the lines of a range. Claims, premises and reasons show the speakers that they inherit; a bare
 * premise shows the text of its claim.
 */
export function inlayHints(workspace: Workspace, uri: string, { start, end }: Range): readonly InlayHint[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return [];
  const hints: InlayHint[] = [];
  const to = Math.min(end.line + 1, file.syntax.lines.length);
  for (let number = Math.max(0, start.line); number < to; number++) {
    const line = file.syntax.lines.at(number);
    const entry = line?.owner;
    if (line === undefined || entry === undefined || entry.line !== line) continue;
    hints.push(...premiseHint(entry, number), ...speakerHint(entry, number));
  }
  return hints;
}

/** The text of the claim that a bare premise uses, at the end of the line. */
function premiseHint(entry: Entry, line: number): readonly InlayHint[] {
  const [claim] = entry.head.form === "bare" ? namedTargets(entry, "premise") : [];
  const text = claim && shownText(claim);
  if (claim === undefined || !text) return [];
  const character = entry.line.scanned.raw.trimEnd().length;
  const value = truncate(text, MAX_TEXT_LENGTH);
  const label: InlayHintLabelPart[] = [{ value, location: nameLocation(claim), tooltip: claim.text }];
  return [{ position: { line, character }, label, kind: PARAMETER, paddingLeft: true }];
}

const WITH_SPEAKER: ReadonlySet<string> = new Set(["claim", "premise", "reason"]);

/** The inherited speakers of an entry, at the end of its head. */
function speakerHint(entry: Entry, line: number): readonly InlayHint[] {
  const { keyword, form, clauses } = entry.head;
  if (form !== "full" || !WITH_SPEAKER.has(keyword) || clauses.some(({ word }) => word === "by")) return [];
  const speakers = speakersOf(entry);
  if (speakers.length === 0) return [];
  const character = clausesEnd(entry.head);
  const label: InlayHintLabelPart[] = [{ value: "by " }];
  for (const [index, speaker] of speakers.entries()) {
    if (index > 0) label.push({ value: ", " });
    const value = definedName(speaker)?.text ?? truncate(speaker.text, MAX_TEXT_LENGTH);
    label.push({ value, location: nameLocation(speaker), tooltip: speaker.text });
  }
  return [{ position: { line, character }, label, kind: TYPE, paddingLeft: true }];
}
