import type { Structure, StructureReference, StructureStatement, StructureStep } from "./structure.ts";

/**
 * The structure in Argdown: claims and premises as statements, reasons and objections as arguments.
 *
 * A premise is written as a statement that supports its argument. Argdown can also reconstruct an argument as a
 * numbered list from premises to conclusion, which says that they are linked; but an objection so written needs a
 * further statement as its conclusion, and Argdown's map then takes time with the square of the number of edges. The
 * form that is kinder to Argdown is the one measured.
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
  // An objection to a step that has premises says that it does not go through even if they hold: an undercut.
  const objection = entry.premises.length > 0 ? "<_ " : "<- ";
  lines.push(...entry.steps.map((step) => writeEntry(step, inner, step.kind === "reason" ? "<+ " : objection)));
  return lines.join("\n");
}
