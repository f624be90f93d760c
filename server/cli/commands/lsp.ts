/** `argmap lsp`: runs the language server over stdio. */
import path from "node:path";

/** Starts the server. */
export async function lsp(): Promise<number> {
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  // The server is a separate bundle, which starts when it is loaded. The connection keeps the process alive.
  await import(path.join(import.meta.dirname, "main.cjs"));
  return 0;
}
