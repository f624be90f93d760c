/** Argmap as a subject: what the server does with a document, up to the diagnostics it sends, without the connection. */

import { isClaim, named, premisesOf, targetsOf } from "../../server/core/language/graph.ts";
import { isStep } from "../../server/core/language/vocabulary.ts";
import { picture } from "../../server/core/picture/picture.ts";
import { svg } from "../../server/core/picture/render/svg.ts";
import { cached, tableMeasure } from "../../server/core/picture/text/measure.ts";
import { themes } from "../../server/core/picture/theme.ts";
import { buildTree, plainTree } from "../../server/core/tree/buildTree.ts";
import { type DiagnosticOptions, diagnostics } from "../../server/features/requests/diagnostics.ts";
import type { FileSystem } from "../../server/workspace/fileSystem.ts";
import { type Known, Workspace } from "../../server/workspace/workspace.ts";
import type { Edit, Found, Opened, Subject } from "./subject.ts";
import { writeArgmap } from "./writeArgmap.ts";

const uri = "file:///measured.argmap";
const nothingOnDisk: FileSystem = {
  read: async () => undefined,
  readBytes: async () => ({ state: "missing" }),
  readPdf: async () => ({ state: "broken" }),
  readMarkup: async () => ({ state: "broken" }),
  list: async () => [],
};
const options: DiagnosticOptions = { severities: {}, reference: undefined, related: true };

export const argmap: Subject = { name: "Argmap", write: writeArgmap, open: opened };

function opened(text: string): Opened {
  const workspace = new Workspace(nothingOnDisk, (error) => {
    throw error;
  });
  let version = 1;
  workspace.open(uri, text, version);
  // As an editor is told of them.
  let problems = diagnostics(knownIn(workspace), options).length;
  return {
    found: () => found(knownIn(workspace), problems),
    edit: (edit) => {
      version += 1;
      workspace.update(uri, [{ range: rangeOf(edit), text: edit.inserted }], version);
      problems = diagnostics(knownIn(workspace), options).length;
      return problems;
    },
    draw: () => {
      const { file } = knownIn(workspace);
      return svg(picture(plainTree(buildTree(file, () => [])), cached(tableMeasure)), themes.light);
    },
  };
}

function knownIn(workspace: Workspace): Known {
  const known = workspace.get(uri);
  if (known === undefined) throw new Error("The workspace has lost the document.");
  return known;
}

function rangeOf({ line, character, removed }: Edit) {
  return { start: { line, character }, end: { line, character: character + removed } };
}

function found({ file }: Known, problems: number): Found {
  const entries = [...file.syntax.entries.values()];
  const steps = entries.filter(({ head }) => isStep(head.keyword));
  const claims = entries.filter(isClaim);
  const stepRelations = steps.map((step) => targetsOf(step).length + premisesOf(step).length);
  const contradictions = claims.map((claim) => named(claim, "contradicts").length);
  return {
    statements: claims.length,
    arguments: steps.length,
    relations: [...stepRelations, ...contradictions].reduce((sum, number) => sum + number, 0),
    problems,
  };
}
