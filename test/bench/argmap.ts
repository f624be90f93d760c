/** Runs Argmap for the benchmark: the server's handling of a document up to its diagnostics, without the connection. */
import { namedTargets, premisesOf, stepTargets } from "../../server/core/language/graph.ts";
import { isWrittenOutClaim } from "../../server/core/language/relations/wordings.ts";
import { isStep } from "../../server/core/language/vocabulary.ts";
import { createPicture } from "../../server/core/picture/picture.ts";
import { pictureToSvg } from "../../server/core/picture/render/svg.ts";
import { themes } from "../../server/core/picture/theme.ts";
import { cachedMeasure, tableMeasure } from "../../server/core/picture/typesetting/measure.ts";
import { buildTree, plainTree } from "../../server/core/tree/buildTree.ts";
import { type DiagnosticOptions, diagnostics } from "../../server/features/requests/display/diagnostics.ts";
import type { FileSystem } from "../../server/workspace/files/fileSystem.ts";
import { Workspace, type WorkspaceFile } from "../../server/workspace/workspace.ts";
import type { BenchmarkProgram, FoundCounts, OpenedText, TypedEdit } from "./benchmarkProgram.ts";
import { writeArgmap } from "./generated/writeArgmap.ts";

const uri = "file:///measured.argmap";
const emptyFileSystem: FileSystem = {
  read: async () => undefined,
  readBytes: async () => ({ state: "missing" }),
  realUri: async (uri) => uri,
  readInBackground: async () => ({ state: "broken" }),
  list: async () => [],
};
const options: DiagnosticOptions = { severities: {}, referenceUri: undefined, supportsRelatedInformation: true };

export const argmap: BenchmarkProgram = { name: "Argmap", write: writeArgmap, open: openDocument };

function openDocument(text: string): OpenedText {
  const workspace = new Workspace(emptyFileSystem, (error) => {
    throw error;
  });
  let version = 1;
  workspace.open(uri, text, version);
  let problems = diagnostics(workspaceFileIn(workspace), options).length;
  return {
    counts: () => countFound(workspaceFileIn(workspace), problems),
    edit: (edit) => {
      version += 1;
      workspace.update(uri, [{ range: rangeOf(edit), text: edit.inserted }], version);
      problems = diagnostics(workspaceFileIn(workspace), options).length;
      return problems;
    },
    draw: () => {
      const { file } = workspaceFileIn(workspace);
      return pictureToSvg(
        createPicture(plainTree(buildTree(file, () => [])), cachedMeasure(tableMeasure)),
        themes.light,
      );
    },
  };
}

function workspaceFileIn(workspace: Workspace): WorkspaceFile {
  const file = workspace.get(uri);
  if (file === undefined) throw new Error("The document is not in the workspace.");
  return file;
}

function rangeOf({ line, character, removed }: TypedEdit) {
  return { start: { line, character }, end: { line, character: character + removed } };
}

function countFound({ file }: WorkspaceFile, problems: number): FoundCounts {
  const entries = [...file.syntax.entries.values()];
  const steps = entries.filter(({ head }) => isStep(head.keyword));
  const claims = entries.filter(isWrittenOutClaim);
  const stepRelations = steps.map((step) => stepTargets(step).length + premisesOf(step).length);
  const contradictions = claims.map((claim) => namedTargets(claim, "contradicts").length);
  return {
    statements: claims.length,
    arguments: steps.length,
    relations: [...stepRelations, ...contradictions].reduce((sum, number) => sum + number, 0),
    problems,
  };
}
