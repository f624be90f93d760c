/** `argmap lsp`: the language server for any editor, on standard input and output. */
import path from "node:path";
import { type Command, parseArguments } from "./command.ts";

export const lsp: Command = async (args) => {
  // Editors say `--stdio` by habit; it is the only way there is.
  parseArguments(args, { stdio: { type: "boolean" }, clientProcessId: { type: "string" } });
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  // The server is a bundle of its own beside this one; it starts when loaded, and the connection keeps the process.
  await import(path.join(import.meta.dirname, "main.cjs"));
  return 0;
};
