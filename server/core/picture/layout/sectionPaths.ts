/** In which sections cards are drawn: each section with those that it is a part of. */
import type { Section, SectionId, Tree } from "../../tree/tree.ts";
import type { CardNode } from "./cardTree.ts";

/** A section with all that it is a part of, the outermost first. Of one section always the same object. */
export interface SectionPath {
  readonly sections: readonly Section[];
  /** For each section how deep the sections within it nest; 0 for none. */
  readonly innerDepths: readonly number[];
}

/** The chain of what is in no section. */
export const emptyPath: SectionPath = { sections: [], innerDepths: [] };

/**
 * The chain of each section, and that of each card. What is only referred to, and what is of another file, belongs where it
 * is drawn.
 */
export class SectionPaths {
  readonly #paths = new Map<SectionId, SectionPath>();

  constructor({ sections }: Tree) {
    const byId = new Map(sections.map((section) => [section.id, section]));
    const inner = new Map<SectionId, number>();
    for (const { parent, id } of sections.toReversed()) {
      // From the last to the first, so that what is within a section has been counted before.
      if (parent !== undefined) inner.set(parent, Math.max(inner.get(parent) ?? 0, (inner.get(id) ?? 0) + 1));
    }
    for (const section of sections) {
      const above = section.parent === undefined ? emptyPath : (this.#paths.get(section.parent) ?? emptyPath);
      this.#paths.set(section.id, {
        sections: [...above.sections, byId.get(section.id) ?? section],
        innerDepths: [...above.innerDepths, inner.get(section.id) ?? 0],
      });
    }
  }

  /** Whether there are no sections, so that nothing need be asked of any card. */
  get isEmpty(): boolean {
    return this.#paths.size === 0;
  }

  /** The chain of a card below one whose chain is `above`. */
  pathOf({ card }: CardNode, parentPath: SectionPath = emptyPath): SectionPath {
    if (card.form === "reference" || (card.section === undefined && card.file !== undefined)) return parentPath;
    return card.section === undefined ? emptyPath : (this.#paths.get(card.section) ?? emptyPath);
  }
}

/** How far a ground reaches beyond the cards on it: further where other grounds lie within it. */
export const sectionPadding = (inner: number): number => 9 + 7 * inner;

/** The room that two neighbours in different sections need between them, beside the usual. */
export function sectionGap(a: SectionPath, b: SectionPath): number {
  if (a === b) return 0;
  const firstDifference = a.sections.findIndex((section, index) => section !== b.sections[index]);
  const sharedLength = firstDifference < 0 ? a.sections.length : firstDifference;
  const outermost = (path: SectionPath): number =>
    path.sections[sharedLength] === undefined ? 0 : sectionPadding(path.innerDepths[sharedLength] ?? 0);
  return outermost(a) + outermost(b);
}
