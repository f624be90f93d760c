/** The command line: its commands, options and help. The code of a command is loaded when the command is run. */
import { Command, Option } from "commander";
import { version } from "../../package.json";
import { exportFormats, importFormats } from "../core/formats/registry.ts";
import { tableKinds } from "../core/tables/table.ts";
import { examples, exitStatus, MAP_HAS_ERRORS } from "./help.ts";
import {
  addPictureOptions,
  outputOption,
  parseCount,
  parseIndent,
  readDashAsStdout,
  supposeOption,
  weighingOption,
} from "./options.ts";
import { problemFormats } from "./problemFormats/problemFormats.ts";
import { reportFormats } from "./reportFormats.ts";
import { corpusFormats, corpusTables } from "./table/columns.ts";

/** A command. It takes the arguments and options that are declared for it. Returns its exit status. */
type RunCommand = (...args: never[]) => Promise<number>;

/** Runs a command by its name, and sets the exit status to the result: 0, 1 for the failure that its help names, or 2 for wrong use. */
export type Execute = (name: string, run: () => Promise<number>) => Promise<void>;

/** Creates the program. Parsing arguments throws a `CommanderError` after it has printed help or what is wrong. */
export function createProgram(execute: Execute): Command {
  /** Returns the action of a command, whose code is loaded when the command is run. */
  const lazily =
    (name: string, load: () => Promise<RunCommand>) =>
    (...args: readonly unknown[]): Promise<void> =>
      execute(name, async () => {
        const run = await load();
        // Commander passes what is declared for the command, which no type says.
        return run(...(args as never[]));
      });

  const program = new Command("argmap")
    .description("Check, weigh, draw and edit argument maps. MAP can be - for standard input.")
    .version(version, "-v, --version", "print the version")
    .option("--no-color", "print no colors; so does the environment variable NO_COLOR")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print the help of a command")
    .showSuggestionAfterError()
    .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, "argmap: ")) })
    .exitOverride()
    .addHelpText("after", `\n${exitStatus("a map has errors (annotations: a quote was left out)")}`)
    .hook("preAction", (command) => {
      if (command.opts()["color"] === false) process.env["NO_COLOR"] = "1";
    });

  program
    .command("check")
    .description("print the problems of maps, or of all maps in folders")
    .argument("<files...>", "maps, folders with maps, and glob patterns")
    .addOption(new Option("--format <format>", "how problems are printed").choices(problemFormats).default("text"))
    .addOption(new Option("--json", "same as --format json").conflicts("format"))
    .option("--max-warnings <count>", "exit with 1 if there are more warnings", parseCount)
    .option("--fix", "apply the editor’s “Fix All” first")
    .addHelpText(
      "after",
      examples(
        "a map has errors or cannot be read, or there are more warnings than allowed",
        "check talk.argmap",
        "check . --format sarif > problems.sarif",
        'check "talks/**/2024-*.argmap"',
        "check - < talk.argmap",
      ),
    )
    .action(lazily("check", async () => (await import("./commands/check.ts")).check));

  program
    .command("format")
    .description("format maps, or all maps in folders, as “Format Document” does")
    .argument("<files...>", "maps, folders with maps, and glob patterns")
    .option("--check", "change nothing; exit with 1 if a map is not formatted")
    .option("--line-width <columns>", "wrap lines of text at this column; 0 keeps their breaks", parseCount, 0)
    .option("--indent <spaces>", "indent each level by this number of spaces", parseIndent, 2)
    .addHelpText(
      "after",
      examples(
        "a map cannot be read, or --check found one that is not formatted",
        "format talk.argmap",
        "format --check .",
        "format - < draft.argmap > talk.argmap",
      ),
    )
    .action(lazily("format", async () => (await import("./commands/format.ts")).format));

  program
    .command("stats")
    .description("count what a map has: claims, steps, speakers, objections without an answer, cited paragraphs")
    .argument("<map>")
    .option("--json", "print the counts as JSON")
    .addHelpText("after", examples(MAP_HAS_ERRORS, "stats talk.argmap", "stats talk.argmap --json"))
    .action(lazily("stats", async () => (await import("./commands/stats.ts")).stats));

  program
    .command("evaluate")
    .description("print what stands in a map, how likely it is, and why")
    .argument("<map>")
    .addOption(supposeOption())
    .option("--json", "print the evaluation as JSON")
    .addHelpText(
      "after",
      examples(MAP_HAS_ERRORS, "evaluate bridge.argmap", "evaluate bridge.argmap --suppose traffic=false"),
    )
    .action(lazily("evaluate", async () => (await import("./commands/evaluate.ts")).evaluate));

  program
    .command("report")
    .description(
      "print a table: who holds what, the evidence for rival answers, what the conclusions depend on, or their sources",
    )
    .argument("<table>", tableKinds.join(", "))
    .argument("<map>")
    .addOption(
      new Option("--format <format>", "format of the table (default: by the file name extension, else text)").choices(
        reportFormats,
      ),
    )
    .addOption(new Option("--json", "same as --format json").conflicts("format"))
    .addOption(outputOption("write to a file (default: standard output)"))
    .hook("preAction", readDashAsStdout)
    .addOption(supposeOption())
    .addHelpText(
      "after",
      examples(MAP_HAS_ERRORS, "report answers bridge.argmap", "report sources bridge.argmap -o sources.docx"),
    )
    .action(lazily("report", async () => (await import("./commands/report.ts")).report));

  addPictureOptions(program.command("render").description("draw a map as SVG, PNG, PDF or HTML").argument("<map>"))
    .addHelpText(
      "after",
      examples(
        MAP_HAS_ERRORS,
        "render talk.argmap -o talk.svg",
        "render talk.argmap -o talk.pdf --page a4",
        "render talk.argmap -o talk.png --focus toll --depth 3",
        'render talk.argmap -o talk.html --speaker "Wu Lan"',
      ),
    )
    .action(lazily("render", async () => (await import("./commands/render.ts")).render));

  const watch = program
    .command("watch")
    .description("check or draw maps again whenever they, their imports or their articles change; Ctrl+C stops it");
  watch
    .command("check")
    .description("print the problems of maps after each change")
    .argument("<files...>", "maps, folders with maps, and glob patterns")
    .addOption(new Option("--format <format>", "how problems are printed").choices(problemFormats).default("text"))
    .addHelpText("after", examples(undefined, "watch check .", "watch check talk.argmap"))
    .action(lazily("watch", async () => (await import("./commands/watch.ts")).watchCheck));
  addPictureOptions(watch.command("render").description("draw a map after each change").argument("<map>"))
    .addHelpText("after", examples(undefined, "watch render talk.argmap -o talk.svg"))
    .action(lazily("watch", async () => (await import("./commands/watch.ts")).watchRender));

  program
    .command("table")
    .description("write the entries, relations and quotes of many maps as tables for databases")
    .argument("<folders...>", "folders with maps, and glob patterns")
    .addOption(outputOption("write to a folder, or one table to a file that ends in .parquet, .ndjson or .csv"))
    .addOption(new Option("--format <format>", "format of the files (default: parquet)").choices(corpusFormats))
    .addOption(
      new Option("--rows <table>", "which table to write to a single file").choices(corpusTables).default("entries"),
    )
    .addHelpText(
      "after",
      examples(
        "a map could not be read",
        "table corpus -o tables",
        "table corpus -o entries.csv",
        "table corpus -o quotes.ndjson --rows quotes",
      ),
    )
    .action(lazily("table", async () => (await import("./commands/table.ts")).table));

  program
    .command("export")
    .description("write a map in another format")
    .argument("<map>")
    .addOption(
      new Option("--to <format>", "the format (default: by the file name extension)").choices(
        exportFormats.map(({ id }) => id),
      ),
    )
    .addOption(outputOption("write to a file (default: standard output)"))
    .addOption(weighingOption("in a report, marked as computed"))
    .hook("preAction", readDashAsStdout)
    .addHelpText(
      "after",
      examples(
        MAP_HAS_ERRORS,
        "export talk.argmap --to json",
        "export talk.argmap -o talk.json",
        "export talk.argmap -o talk.docx --weighing",
      ),
    )
    .action(lazily("export", async () => (await import("./commands/exportMap.ts")).exportCommand));

  program
    .command("import")
    .description("convert a file in another format to a map")
    .argument("<file>", "the file; - for standard input")
    .addOption(
      new Option("--from <format>", "the format (default: by the file name extension and the text)").choices(
        importFormats.map(({ id }) => id),
      ),
    )
    .addOption(
      outputOption(
        "write to a file; - for standard output (default: the name of the file, with the extension .argmap)",
      ),
    )
    .option("--force", "replace a file that exists")
    .addHelpText("after", examples(undefined, "import talk.json", "import - --from json < talk.json > talk.argmap"))
    .action(lazily("import", async () => (await import("./commands/importMap.ts")).importCommand));

  program
    .command("new")
    .description("create a map, empty or for an article")
    .argument("[file]", "the map (default: named after the article)")
    .option("--from <article>", "the article that the map is about")
    .option("--force", "replace a file that exists")
    .addHelpText("after", examples(undefined, "new talk.argmap", "new --from talk.pdf"))
    .action(lazily("new", async () => (await import("./commands/createMap.ts")).createMap));

  program
    .command("annotations")
    .description("print the quotes of a map as Web Annotations (JSON-LD)")
    .argument("<map>")
    .addHelpText("after", examples("a quote was left out", "annotations talk.argmap > talk.jsonld"))
    .action(lazily("annotations", async () => (await import("./commands/annotations.ts")).annotations));

  program
    .command("lsp")
    .description("run the language server over stdio")
    // Editors pass options of their own, such as the id of their process.
    .option("--stdio", "the only transport, so it can be left out")
    .allowUnknownOption()
    .allowExcessArguments()
    .action(lazily("lsp", async () => (await import("./commands/lsp.ts")).lsp));

  program
    .command("mcp")
    .description(
      "let an assistant read, check and change the maps in folders, by the Model Context Protocol over stdio",
    )
    .argument("[folders...]", "the only folders that the assistant may read (default: the working folder)")
    .option("--write", "let the assistant change maps; without this option it only reads")
    .addHelpText("after", examples(undefined, "mcp", "mcp ~/maps", "mcp ~/maps ~/talks --write"))
    .action(lazily("mcp", async () => (await import("./commands/mcp.ts")).mcp));

  return program;
}
