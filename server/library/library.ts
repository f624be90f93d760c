/** Implements the library, which `argmap.d.ts` describes. */
import { severityOf } from "../core/checks/severity.ts";
import { readDocument } from "../core/formats/readDocument.ts";
import { MapFile } from "../core/language/map.ts";
import { themes } from "../core/picture/theme.ts";
import { buildTree, plainTree } from "../core/tree/buildTree.ts";
import { renderSvg } from "../export/renderSvg.ts";
import { Workspace } from "../workspace/workspace.ts";
import type * as api from "./argmap.d.ts";
import { FOLDER, textFiles } from "./textFiles.ts";

const MAP = `${FOLDER}/map.argmap`;

/** Returns a map as plain data. */
export const parse: typeof api.parse = (text) => readDocument(new MapFile(MAP, text)).document;

/** Returns the problems of a map, in the order of the text. */
export const check: typeof api.check = async (text, { files = {} } = {}) => {
  const { workspace, file } = await openMap(text, files);
  const problems = workspace.problemsOf(MAP).filter((problem) => severityOf(problem) !== "off");
  return problems
    .map(({ code, severity, message, at, to }): api.MapProblem => {
      const { start, end } = file.syntax.rangeOf(at);
      const last = to === undefined ? end : file.syntax.rangeOf(to).end;
      const range = { line: start.line + 1, column: start.character + 1 };
      return { code, severity, message, ...range, endLine: last.line + 1, endColumn: last.character + 1 };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
};

/** Returns the picture of a map as SVG. */
export const draw: typeof api.draw = async (text, options = {}) => {
  const { files = {}, theme = "light", shape = "tree", direction = "right", title = true, legend = false } = options;
  const { file } = await openMap(text, files);
  // Problems are of interest only to the author.
  const tree = plainTree(buildTree(file, () => []));
  // Long texts cannot be expanded in a picture, so all are shown in full.
  const openTexts = tree.cards.map(({ id }) => id);
  const picture = { tree, options: { shape, direction, openTexts }, legend, title, dimmed: [] };
  return renderSvg({ ...picture, wholeTree: tree, savedView: undefined }, themes[theme]);
};

/** Opens a map. Resolves when the files that it imports and quotes have been read. */
async function openMap(
  text: string,
  files: api.FileTexts,
): Promise<{ readonly workspace: Workspace; readonly file: MapFile }> {
  const errors: unknown[] = [];
  const workspace = new Workspace(textFiles(files), (error) => errors.push(error));
  workspace.open(MAP, text, 0);
  await workspace.whenIdle();
  if (errors.length > 0) throw errors[0];
  const opened = workspace.get(MAP);
  if (opened === undefined) throw new Error("The map was closed."); // Nothing closes it.
  return { workspace, file: opened.file };
}
