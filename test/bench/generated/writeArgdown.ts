import type { Structure, StructureReference, StructureStatement, StructureStep } from "./structure.ts";

/**
 * Writes the structure in Argdown: claims and premises as statements, reasons and objections as arguments.
 *
 * Premises are written as statements that support an argument. Argdown can also write an argument as a numbered list of
 * premises and conclusion, which makes the premises linked. But then each objection needs an additional statement as its
 * conclusion, and Argdown takes time quadratic in the number of edges to build its map. So the benchmark uses the form that
 * is faster in Argdown.
 */
export function writeArgdown(structure: Structure): string {
  return structure.roots.map((root) => `${writeEntry(root, "", "")}\n`).join("\n");
}

function writeEntry(
  entry: StructureStatement | StructureStep | StructureReference,
  indentation: string,
  sign: string,
): string {
  const start = `${indentation}${sign}`;
  if (entry.kind === "reference") return `${start}[${entry.name}]`;
  const inner = `${indentation}  `;
  if (!("premises" in entry)) {
    const lines = [`${start}[${entry.name}]: ${entry.text}`];
    if (entry.contradicts !== undefined) lines.push(`${inner}>< [${entry.contradicts}]`);
    lines.push(...entry.steps.map((step) => writeEntry(step, inner, step.kind === "reason" ? "<+ " : "<- ")));
    return lines.join("\n");
  }
  const lines = [`${start}<${entry.name}>: ${entry.text}`];
  if (entry.target !== undefined) lines.push(`${inner}${entry.kind === "reason" ? "+>" : "->"} [${entry.target}]`);
  lines.push(...entry.premises.map((premise) => writeEntry(premise, inner, "<+ ")));
  // An objection to a step with premises attacks the inference: an undercut.
  const objection = entry.premises.length > 0 ? "<_ " : "<- ";
  lines.push(...entry.steps.map((step) => writeEntry(step, inner, step.kind === "reason" ? "<+ " : objection)));
  return lines.join("\n");
}
