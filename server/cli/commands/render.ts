/** `argmap render`: renders a map as a file. */
import path from "node:path";
import type { MapFile } from "../../core/language/map.ts";
import { themes } from "../../core/picture/theme.ts";
import { NO_SUPPOSITIONS } from "../../core/reasoning/standing.ts";
import { buildTree, plainTree } from "../../core/tree/buildTree.ts";
import type { Tree } from "../../core/tree/tree.ts";
import { exportInWorker } from "../../export/exportClient.ts";
import { ExportError } from "../../export/exportError.ts";
import { renderSvg } from "../../export/renderSvg.ts";
import { weighPageUnder } from "../../features/preview/weighedPage.ts";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import type { ExportedView, FileFormat } from "../../protocol/export.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { countErrors, openMap, uriOf, warnOfErrors, writeOutput } from "../command.ts";
import { type ExplorationOptions, exploreMap } from "../exploration.ts";
import { UsageError } from "../usageError.ts";
import { weighTree } from "../weighedView.ts";
import type { DrawnEvaluation } from "../weighingModes.ts";

export interface RenderOptions extends ExplorationOptions {
  readonly output?: string;
  readonly theme: "light" | "dark";
  readonly shape: "tree" | "outline";
  /** Same as the shape `outline`. */
  readonly outline?: boolean;
  readonly direction: "right" | "down";
  /** Same as the direction `down`. */
  readonly down?: boolean;
  /** The language of the labels; by default that of the map. */
  readonly language?: string;
  /** Image pixels for each pixel of the picture, for a PNG. */
  readonly scale: number;
  readonly legend?: boolean;
  /** The computed marks to show; none by default. */
  readonly weighing?: DrawnEvaluation;
  /** Whether the title, author, date and sources of the map are shown. */
  readonly title: boolean;
  readonly page: "one" | "a4" | "letter";
  /** Further folders with fonts for a PDF or PNG. */
  readonly fonts: readonly string[];
}

/** Draws a map. Returns 1 if the map has errors. */
export async function render(target: string, options: RenderOptions): Promise<number> {
  const uri = uriOf(target);
  const file = formatFor(options);
  const { workspace, file: map } = await openMap(uri, [uriOf(".")], diskFileSystem);
  await writeDrawing(workspace, map, file, options);
  return warnOfErrors(countErrors(workspace, uri), "the picture may be incomplete");
}

/** Draws an open map as a file, or on standard output. Throws {@link UsageError} if that is not possible. */
export async function writeDrawing(
  workspace: Workspace,
  map: MapFile,
  file: FileFormat,
  options: RenderOptions,
): Promise<void> {
  const { weighing } = options;
  const drawn = await viewOf(map, options);
  const view: ExportedView =
    file.format === "html" && weighing !== undefined
      ? { ...drawn, weighing: await weighForPage(workspace, map, drawn.wholeTree, weighing) }
      : drawn;
  const content =
    file.format === "svg" ? renderSvg(view, themes[options.theme]) : await buildFile(view, file, options.fonts);
  if (options.output === undefined) process.stdout.write(content);
  else await writeOutput(options.output, content);
}

/** Returns what is drawn of a map. */
async function viewOf(map: MapFile, options: RenderOptions): Promise<ExportedView> {
  const { theme, title, language, weighing } = options;
  // The legend says that the marks are computed.
  const legend = options.legend === true || weighing !== undefined;
  const direction = options.down ? "down" : options.direction;
  const shape = options.outline ? "outline" : options.shape;
  // Without problems, which are of interest only to the author.
  const plain = plainTree(buildTree(map, () => []));
  const wholeTree = language === undefined ? plain : { ...plain, language };
  const { explored, savedView } = exploreMap(wholeTree, options);
  return {
    tree: explored.tree,
    wholeTree,
    // Long texts cannot be expanded in a file, so all are shown in full.
    options: { shape, direction, hidden: [...explored.hidden], openTexts: wholeTree.cards.map(({ id }) => id) },
    legend,
    title,
    dimmed: [...explored.dimmed],
    ...(weighing && { weighed: [...(await weighTree(map, explored.tree, weighing))] }),
    theme: { ...themes[theme] },
    // Fields that are missing take the defaults of the page.
    savedView: { shape, direction, legend, ...(weighing && { weighing }), ...savedView },
  };
}

/** Returns what a page shows of what stands, and why. */
async function weighForPage(
  workspace: Workspace,
  { uri }: MapFile,
  { language }: Tree,
  mode: DrawnEvaluation,
): Promise<ExportedView["weighing"]> {
  const page = await weighPageUnder(workspace, uri, NO_SUPPOSITIONS, {
    withLikelihoods: mode === "likelihood",
    language,
  });
  // It is undefined only if the map changes meanwhile, and nobody edits it here.
  return page && { ...page, suppositions: [] };
}

type FormatOptions = Pick<RenderOptions, "output" | "page" | "scale">;

/** Returns the format for the extension of an output file; SVG by default. Throws {@link UsageError} for any other extension. */
export function formatFor({ output, page, scale }: FormatOptions): FileFormat {
  const extension = output === undefined ? ".svg" : path.extname(output).toLowerCase();
  switch (extension) {
    case ".svg":
      return { format: "svg" };
    case ".png":
      return { format: "png", scale };
    case ".pdf":
      return { format: "pdf", pages: page };
    case ".html":
    case ".htm":
      return { format: "html" };
    default:
      throw new UsageError(`Unsupported output format “${extension}”. Use .svg, .png, .pdf or .html.`);
  }
}

async function buildFile(view: ExportedView, file: FileFormat, fonts: readonly string[]): Promise<Uint8Array> {
  try {
    return await exportInWorker(path.join(import.meta.dirname, "../export/worker.cjs"), { view, file, fonts });
  } catch (error) {
    throw error instanceof ExportError ? new UsageError(error.message) : error;
  }
}
