/** `argmap lsp`: the language server for any editor, on standard input and output. */
import path from "node:path";
import { type Command, readWords } from "./command.ts";

export const lsp: Command = async (words) => {
  // Editors say `--stdio` by habit; it is the only way there is.
  readWords(words, { stdio: { type: "boolean" }, clientProcessId: { type: "string" } });
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  // The server is a bundle of its own beside this one; it starts when loaded, and the connection keeps the process.
  await import(path.join(import.meta.dirname, "main.cjs"));
  return 0;
};
