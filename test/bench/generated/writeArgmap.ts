import type { Structure, StructureReference, StructureStatement, StructureStep } from "./structure.ts";

/** Writes the structure as an argmap file. */
export function writeArgmap(structure: Structure): string {
  return structure.roots.map((root) => `${writeEntry(root, "")}\n`).join("\n");
}

function writeEntry(entry: StructureStatement | StructureStep | StructureReference, indentation: string): string {
  if (entry.kind === "reference") return `${indentation}premise ${entry.name}`;
  const line = `${indentation}${entry.kind} ${entry.name}${clause(entry)}: ${entry.text}`;
  const below = "premises" in entry ? [...entry.premises, ...entry.steps] : entry.steps;
  return [line, ...below.map((child) => writeEntry(child, `${indentation}  `))].join("\n");
}

function clause(entry: StructureStatement | StructureStep): string {
  if ("contradicts" in entry) return entry.contradicts === undefined ? "" : ` contradicts ${entry.contradicts}`;
  if (entry.target === undefined) return "";
  return entry.kind === "reason" ? ` for ${entry.target}` : ` against ${entry.target}`;
}
