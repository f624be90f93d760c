/** Runs Argdown for the benchmark, by its library and with the plugins that its editor extension uses. */
import {
  ArgdownApplication,
  ArgumentSelectionPlugin,
  argdown,
  DotExportPlugin,
  GroupPlugin,
  type IArgdownResponse,
  init,
  MapPlugin,
  ModelPlugin,
  ParserPlugin,
  PreselectionPlugin,
  StatementSelectionPlugin,
} from "@argdown/core";
import type { BenchmarkProgram, FoundCounts, OpenedText } from "./benchmarkProgram.ts";
import { writeArgdown } from "./generated/writeArgdown.ts";
import { applyTypedEdit } from "./typing.ts";

/** Loads Argdown and its WebAssembly build of Graphviz. */
export async function loadArgdown(): Promise<BenchmarkProgram> {
  const application = new ArgdownApplication();
  application.addPlugin(new ParserPlugin(), "parse-input");
  application.addPlugin(new ModelPlugin(), "build-model");
  application.addPlugin(new PreselectionPlugin(), "build-map");
  application.addPlugin(new StatementSelectionPlugin(), "build-map");
  application.addPlugin(new ArgumentSelectionPlugin(), "build-map");
  application.addPlugin(new MapPlugin(), "build-map");
  application.addPlugin(new GroupPlugin(), "build-map");
  application.addPlugin(new DotExportPlugin(), "export-dot");
  await init();
  const svgExport = argdown.getPlugin("SyncDotToSvgExportPlugin", "export-svg");
  if (svgExport === null) throw new Error("Argdown has no plugin for SVG export.");
  application.addPlugin(svgExport, "export-svg");

  const read = (input: string): IArgdownResponse =>
    application.run({ process: ["parse-input", "build-model", "build-map"], input, logLevel: "error" });
  const draw = (response: IArgdownResponse): string =>
    application.run({ process: ["export-dot", "export-svg"], logLevel: "error" }, response).svg ?? "";

  return {
    name: "Argdown",
    write: writeArgdown,
    open: (text) => openDocument(text, read, draw),
  };
}

function openDocument(
  initialText: string,
  read: (text: string) => IArgdownResponse,
  draw: (response: IArgdownResponse) => string,
): OpenedText {
  let text = initialText;
  let response = read(text);
  return {
    counts: () => countFound(response),
    edit: (edit) => {
      // Argdown has no incremental parser: it parses the whole text again.
      text = applyTypedEdit(text, edit);
      response = read(text);
      return problemsOf(response);
    },
    draw: () => draw(response),
  };
}

function countFound(response: IArgdownResponse): FoundCounts {
  return {
    statements: Object.keys(response.statements ?? {}).length,
    arguments: Object.keys(response.arguments ?? {}).length,
    relations: response.relations?.length ?? 0,
    problems: problemsOf(response),
  };
}

function problemsOf({ exceptions = [], lexerErrors = [], parserErrors = [] }: IArgdownResponse): number {
  return exceptions.length + lexerErrors.length + parserErrors.length;
}
