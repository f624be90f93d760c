/** Quick fixes that need to read a folder or a file, or to load code. */
import { readMetadata } from "../../core/articles/read/metadata.ts";
import type { Problem } from "../../core/language/problem.ts";
import { sourcesOf } from "../../core/language/relations/quoteSources.ts";
import { isArticleName } from "../../core/strings/articleName.ts";
import { parentFolder } from "../../workspace/files/paths.ts";
import { readSelectedArticle } from "../articles/shared/selectedArticle.ts";
import { sourceFor } from "../articles/shared/sourceEntry.ts";
import { UserError } from "../shared/userError.ts";
import { toFileEdits } from "../textEdits/lineEdits.ts";
import { workspaceEdit } from "../textEdits/workspaceEdit.ts";
import type { AsyncFix, ProposedAction } from "./codeAction.ts";
import { convertOtherTool } from "./convertOtherTool.ts";
import { similarFiles } from "./similarFiles.ts";

/** Changes the path of a source that does not exist to that of a file with a similar name. */
const changeSourceFile: AsyncFix = async (context, problems) => {
  const notFound = problems.filter(({ code, to }) => code === "source-not-found" && to === undefined);
  return (await Promise.all(notFound.map((problem) => changesOfPath(context, problem)))).flat();
};

async function changesOfPath(
  { workspace, file }: Parameters<AsyncFix>[0],
  problem: Problem,
): Promise<readonly ProposedAction[]> {
  const range = file.syntax.rangeOf(problem.at);
  const path = problem.at.line.scanned.raw.slice(problem.at.start, problem.at.end);
  const paths = await similarFiles(workspace, file.uri, path);
  return paths.map((similarPath, index) => ({
    title: `Change to “${similarPath}”`,
    kind: "quickfix",
    fixes: problem,
    isPreferred: index === 0,
    edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: similarPath }]),
  }));
}

/**
 * Defines the source of all quotes, if the map has none and exactly one article is in its folder. So it is offered once, however
 * many quotes lack a source.
 */
const createSource: AsyncFix = async ({ workspace, file }, problems) => {
  const problem = problems.find(({ code }) => code === "missing-source");
  if (problem === undefined || sourcesOf(workspace.withAllImporters(file)).length > 0) return [];
  const folder = parentFolder(file.uri);
  // Names of folders end with a slash.
  const [name, other] = (await workspace.fileSystem.list(folder)).filter(
    (one) => !one.endsWith("/") && isArticleName(one),
  );
  if (name === undefined || other !== undefined) return [];
  const uri = `${folder}/${encodeURIComponent(name)}`;
  try {
    const metadata = await readMetadata((await readSelectedArticle(workspace, uri)).article);
    return [
      {
        title: `Create source from “${name}”`,
        kind: "quickfix",
        fixes: problem,
        isPreferred: true,
        edit: () => workspaceEdit(workspace, toFileEdits(file, sourceFor(workspace, file, uri, metadata).changes)),
      },
    ];
  } catch (error) {
    // A file that cannot be read, such as a scanned PDF, is not a source that quotes can be found in.
    if (error instanceof UserError) return [];
    throw error;
  }
};

/** All of them, in menu order. */
export const asyncFixes: readonly AsyncFix[] = [changeSourceFile, createSource, convertOtherTool];
