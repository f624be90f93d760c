import type { Reference, Statement, Step, Structure } from "./structure.ts";

/** The structure as a map in argmap. */
export function writeArgmap(structure: Structure): string {
  return structure.roots.map((root) => `${write(root, "")}\n`).join("\n");
}

function write(entry: Statement | Step | Reference, indentation: string): string {
  if (entry.kind === "reference") return `${indentation}premise ${entry.name}`;
  const line = `${indentation}${entry.kind} ${entry.name}${clause(entry)}: ${entry.text}`;
  const below = "premises" in entry ? [...entry.premises, ...entry.steps] : entry.steps;
  return [line, ...below.map((child) => write(child, `${indentation}  `))].join("\n");
}

function clause(entry: Statement | Step): string {
  if ("contradicts" in entry) return entry.contradicts === undefined ? "" : ` contradicts ${entry.contradicts}`;
  if (entry.target === undefined) return "";
  return entry.kind === "reason" ? ` for ${entry.target}` : ` against ${entry.target}`;
}
