/** `argmap render`: renders a map as a file. */
import path from "node:path";
import { themes } from "../core/picture/theme.ts";
import { joinList } from "../core/strings/english.ts";
import { buildTree, plainTree } from "../core/tree/buildTree.ts";
import { ExportError, exportInWorker } from "../export/exportClient.ts";
import { renderSvg } from "../export/renderSvg.ts";
import { diskFileSystem } from "../node/diskFileSystem.ts";
import type { ExportedView, FileFormat } from "../protocol/export.ts";
import {
  type Command,
  countErrors,
  openMap,
  parseArguments,
  singleMap,
  UsageError,
  uriOf,
  warnOfErrors,
  writeOutput,
} from "./command.ts";

/** The command `render`. Exits with 1 if the map has errors. */
export const render: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    output: { type: "string", short: "o" },
    theme: { type: "string", default: "light" },
    direction: { type: "string" },
    down: { type: "boolean", default: false },
    outline: { type: "boolean", default: false },
    legend: { type: "boolean", default: false },
    "no-title": { type: "boolean", default: false },
    page: { type: "string", default: "one" },
    fonts: { type: "string", multiple: true, default: [] },
  });
  const uri = uriOf(singleMap(positionals));
  const theme = parseChoice("theme", values.theme, ["light", "dark"]);
  const direction = parseChoice("direction", values.direction ?? (values.down ? "down" : "right"), ["right", "down"]);
  const shape = values.outline ? "outline" : "tree";
  const page = parseChoice("page", values.page, ["one", "a4", "letter"]);
  const format = formatFor(values.output, page);
  const { workspace, file } = await openMap(uri, [uriOf(".")], diskFileSystem);
  // Without problems, which are of interest only to the author.
  const tree = plainTree(buildTree(file, () => []));
  // Long texts cannot be expanded in a file, so all are shown in full.
  const cardIds = tree.cards.map(({ id }) => id);
  const { legend } = values;
  const title = !values["no-title"];
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
    format.format === "svg" ? renderSvg(view, themes[theme]) : await buildFile(view, format, values.fonts);
  if (values.output === undefined) process.stdout.write(content);
  else await writeOutput(values.output, content);
  return warnOfErrors(countErrors(workspace, uri), "the picture may be incomplete");
};

/** Returns the value of an option with a fixed set of values. Throws {@link UsageError} for any other value. */
function parseChoice<const Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined)
    throw new UsageError(`Invalid value “${value}” for --${option}. Use ${joinList(choices, "or")}.`);
  return found;
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
