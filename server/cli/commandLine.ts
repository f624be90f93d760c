/** Runs the command line: a bundle of its own, which `main.ts` loads. */
import { CommanderError } from "commander";
import { createProgram, type Execute } from "./program.ts";
import { UsageError } from "./usageError.ts";
import { withWeighingValue } from "./weighingModes.ts";

const COMPLETE = "complete";

/** Runs a command, and sets the exit status. Prints an error that is the user’s or the system’s. */
const execute: Execute = async (name, run) => {
  try {
    process.exitCode = await run();
  } catch (error) {
    process.exitCode = 2;
    if (error instanceof UsageError) {
      process.stderr.write(`argmap ${name}: ${error.message}\nRun “argmap ${name} --help” for usage.\n`);
      return;
    }
    // An error of the system, such as a full disk. Any other error is a fault of Argmap, whose stack trace is needed.
    if (!(error instanceof Error && "syscall" in error)) throw error;
    process.stderr.write(`argmap ${name}: ${error.message}\n`);
  }
};

async function runProgram(): Promise<void> {
  const program = createProgram(execute);
  // Shells ask for completions by running this command. `argmap complete bash` prints what they need for that.
  if (process.argv[2] === COMPLETE) {
    const { default: addCompletion } = await import("@bomb.sh/tab/commander");
    addCompletion(program);
  }
  try {
    await program.parseAsync(withWeighingValue(process.argv));
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}

// The reader of a pipe, such as `head`, may close it early; that is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  process.stderr.write(`argmap: Cannot write to standard output: ${error.message}\n`);
  process.exit(2);
});

void runProgram();
