/** `argmap lsp`: runs the language server over stdio. */
import path from "node:path";
import { type Command, parseArguments } from "./command.ts";

/** The command `lsp`. */
export const lsp: Command = async (args) => {
  // Many editors pass `--stdio`; it is accepted, although it is the only transport.
  parseArguments(args, { stdio: { type: "boolean" }, clientProcessId: { type: "string" } });
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  // The server is a separate bundle, which starts when it is loaded. The connection keeps the process alive.
  await import(path.join(import.meta.dirname, "main.cjs"));
  return 0;
};
