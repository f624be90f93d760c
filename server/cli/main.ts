/** Entry point of the command line. */

import { version } from "../../package.json";
import { annotations } from "./annotations.ts";
import { check } from "./check.ts";
import { type Command, UsageError } from "./command.ts";
import { evaluate } from "./evaluate.ts";
import { lsp } from "./lsp.ts";
import { render } from "./render.ts";
import { report } from "./report.ts";

const commands: ReadonlyMap<string | undefined, Command> = new Map(
  Object.entries({ check, evaluate, report, render, annotations, lsp }),
);

const usage = `argmap ${version}: check, render and edit argument maps

Usage:
  argmap check FILES…       check maps, or all maps in a folder, and print their problems
      --json                print the problems as JSON
  argmap evaluate MAP       print what stands in a map, how likely it is, and why
      --suppose NAME=true|false
                            suppose that an entry is true or false; can be repeated
      --json                print the evaluation as JSON
  argmap report positions|answers|assumptions|sources MAP
                            print a table: who holds what, the evidence for rival answers, what the
                            conclusions hang on, or which of them rest on which source
      --format text|csv|markdown|html|docx|json
                            format of the table (default: by the ending of FILE, else text)
      -o, --output FILE     write to FILE (default: stdout)
      --suppose NAME=true|false
                            suppose that an entry is true or false; can be repeated
      --json                same as --format json
  argmap render MAP         render a map as SVG, PDF or HTML
      -o, --output FILE     write to FILE, ending in .svg, .pdf or .html (default: SVG to stdout)
      --theme light|dark    color theme (default: light); HTML uses the theme of the browser
      --direction right|down
                            layout direction of the tree (default: right)
      --down                same as --direction down
      --outline             render an indented outline instead of a tree
      --legend              add a legend
      --no-title            leave out title, author, date and sources
      --page one|a4|letter  page size of a PDF (default: one, a single page that fits the map)
      --fonts FOLDER        additional folder with fonts for a PDF; can be repeated
  argmap annotations MAP    print the quotes of a map as Web Annotations (JSON-LD)
  argmap lsp                run the language server over stdio
  argmap --help             print this help
  argmap --version          print the version

Exit status: 0 success, 1 a map has errors or quotes were omitted, 2 invalid usage
`;

/** Runs a command line, and returns the exit status. */
async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(usage);
    return 0;
  }
  if (name === "--version" || name === "-v") {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const command = commands.get(name);
  if (command !== undefined && args.some((arg) => arg === "--help" || arg === "-h")) {
    process.stdout.write(usage);
    return 0;
  }
  if (command === undefined) {
    const problem = name === undefined ? "No command specified." : `Unknown command “${name}”.`;
    process.stderr.write(`${problem}\n\n${usage}`);
    return 2;
  }
  try {
    return await command(args);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`argmap ${name}: ${error.message}\nRun “argmap --help” for usage.\n`);
      return 2;
    }
    // An error of the system, such as a full disk. Any other error is a fault of Argmap, whose stack trace is needed.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    process.stderr.write(`argmap ${name}: ${error.message}\n`);
    return 2;
  }
}

// The reader of a pipe, such as `head`, may close it early; that is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void run(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
