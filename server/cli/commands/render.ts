/** `argmap render`: renders a map as a file. */
import path from "node:path";
import { themes } from "../../core/picture/theme.ts";
import { buildTree, plainTree } from "../../core/tree/buildTree.ts";
import { ExportError, exportInWorker } from "../../export/exportClient.ts";
import { renderSvg } from "../../export/renderSvg.ts";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import type { ExportedView, FileFormat } from "../../protocol/export.ts";
import { countErrors, openMap, uriOf, warnOfErrors, writeOutput } from "../command.ts";
import { UsageError } from "../usageError.ts";

export interface RenderOptions {
  readonly output?: string;
  readonly theme: "light" | "dark";
  readonly direction: "right" | "down";
  /** Same as the direction `down`. */
  readonly down?: boolean;
  readonly outline?: boolean;
  readonly legend?: boolean;
  /** Whether the title, author, date and sources of the map are shown. */
  readonly title: boolean;
  readonly page: "one" | "a4" | "letter";
  /** Further folders with fonts for a PDF. */
  readonly fonts: readonly string[];
}

/** Draws a map. Returns 1 if the map has errors. */
export async function render(target: string, options: RenderOptions): Promise<number> {
  const uri = uriOf(target);
  const { theme, legend = false, title } = options;
  const direction = options.down ? "down" : options.direction;
  const shape = options.outline ? "outline" : "tree";
  const format = formatFor(options.output, options.page);
  const { workspace, file } = await openMap(uri, [uriOf(".")], diskFileSystem);
  // Without problems, which are of interest only to the author.
  const tree = plainTree(buildTree(file, () => []));
  // Long texts cannot be expanded in a file, so all are shown in full.
  const cardIds = tree.cards.map(({ id }) => id);
  const view: ExportedView = {
    tree,
    wholeTree: tree,
    options: { shape, direction, openTexts: cardIds },
    legend,
    title,
    dimmed: [],
    theme: { ...themes[theme] },
    // The initial state of the page; fields that are missing take their defaults.
    savedView: { shape, direction, legend },
  };
  const content =
    format.format === "svg" ? renderSvg(view, themes[theme]) : await buildFile(view, format, options.fonts);
  if (options.output === undefined) process.stdout.write(content);
  else await writeOutput(options.output, content);
  return warnOfErrors(countErrors(workspace, uri), "the picture may be incomplete");
}

/** Returns the format for the extension of an output file; SVG by default. Throws {@link UsageError} for any other extension. */
function formatFor(output: string | undefined, pages: "one" | "a4" | "letter"): FileFormat {
  const extension = output === undefined ? ".svg" : path.extname(output).toLowerCase();
  switch (extension) {
    case ".svg":
      return { format: "svg" };
    case ".pdf":
      return { format: "pdf", pages };
    case ".html":
    case ".htm":
      return { format: "html" };
    case ".png":
      throw new UsageError(
        "PNG is not supported. Export a PNG from the preview in VS Code, or render an SVG and convert it.",
      );
    default:
      throw new UsageError(`Unsupported output format “${extension}”. Use .svg, .pdf or .html.`);
  }
}

async function buildFile(view: ExportedView, file: FileFormat, fonts: readonly string[]): Promise<Uint8Array> {
  try {
    return await exportInWorker(path.join(import.meta.dirname, "../export/worker.cjs"), { view, file, fonts });
  } catch (error) {
    throw error instanceof ExportError ? new UsageError(error.message) : error;
  }
}
