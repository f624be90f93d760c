/** The command line: `argmap check`, `argmap render`, `argmap annotations`, `argmap lsp`. */

import { version } from "../../package.json";
import { annotations } from "./annotations.ts";
import { check } from "./check.ts";
import { type Command, UsageError } from "./command.ts";
import { lsp } from "./lsp.ts";
import { render } from "./render.ts";

const commands: ReadonlyMap<string | undefined, Command> = new Map(Object.entries({ check, render, annotations, lsp }));

const usage = `argmap ${version}: argument maps on the command line

  argmap check FILES…       print the problems of maps; a folder stands for all maps in it
      --json                as JSON
  argmap render MAP         draw a map
      -o, --output FILE     where to: a name ending in .svg, .pdf or .html; without it, an SVG to standard output
      --theme light|dark    the colours (light); a page in HTML has those of whoever reads it
      --direction right|down
                            which way the tree grows (right); --down is short for the second
      --outline             as indented rows instead of a tree
      --legend              what the signs mean, below the picture
      --page one|a4|letter  the pages of a PDF: one as large as the picture, or sheets (one)
      --fonts FOLDER        where else to look for fonts for a PDF; may be said more than once
  argmap annotations MAP    print where the quotes of a map stand in their sources, as Web Annotations (JSON-LD)
  argmap lsp                be a language server on standard input and output
  argmap --help, --version

Exit status: 0 all well, 1 a map has errors, 2 wrong use.
`;

/** Runs a command line; gives the exit status. */
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
    const problem = name === undefined ? "Say what to do." : `There is no command “${name}”.`;
    process.stderr.write(`${problem}\n\n${usage}`);
    return 2;
  }
  try {
    return await command(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`argmap ${name}: ${error.message}\nSee argmap --help.\n`);
    return 2;
  }
}

// Who reads what is printed may stop reading, as `head` does; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void run(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
