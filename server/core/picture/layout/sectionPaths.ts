/** The sections that cards are drawn in: the path from the outermost section to the innermost. */
import type { Section, SectionId, Tree } from "../../tree/tree.ts";
import { isShownElsewhere } from "../unfoldReferences.ts";
import type { CardNode } from "./cardTree.ts";

/** A section with the sections that contain it, outermost first. There is one object per section. */
export interface SectionPath {
  readonly sections: readonly Section[];
  /** For each section, the number of levels of sections within it. */
  readonly innerDepths: readonly number[];
}

/** The path of cards in no section. */
export const emptyPath: SectionPath = { sections: [], innerDepths: [] };

/** The paths of all sections of a tree. */
export class SectionPaths {
  readonly #paths = new Map<SectionId, SectionPath>();

  constructor({ sections }: Tree) {
    const innerDepths = new Map<SectionId, number>();
    // In reverse, so that inner sections are counted before the sections that contain them.
    for (const { parent, id } of sections.toReversed()) {
      if (parent !== undefined)
        innerDepths.set(parent, Math.max(innerDepths.get(parent) ?? 0, (innerDepths.get(id) ?? 0) + 1));
    }
    for (const section of sections) {
      const parentPath = section.parent === undefined ? emptyPath : (this.#paths.get(section.parent) ?? emptyPath);
      this.#paths.set(section.id, {
        sections: [...parentPath.sections, section],
        innerDepths: [...parentPath.innerDepths, innerDepths.get(section.id) ?? 0],
      });
    }
  }

  /** Whether the tree has no sections. */
  get isEmpty(): boolean {
    return this.#paths.size === 0;
  }

  /**
   * The path of a card whose parent has `parentPath`. References with what they show, and cards of other files, are drawn
   * in the section of their parent.
   */
  pathOf({ card }: CardNode, parentPath: SectionPath = emptyPath): SectionPath {
    if (isShownElsewhere(card) || (card.section === undefined && card.file !== undefined)) return parentPath;
    return card.section === undefined ? emptyPath : (this.#paths.get(card.section) ?? emptyPath);
  }
}

/** The distance in pixels from a section's cards to the edge of its area, which must contain the areas of inner sections. */
export const sectionPadding = (innerDepth: number): number => 9 + 7 * innerDepth;

/** The extra space in pixels between two neighbors in different sections. */
export function sectionGap(a: SectionPath, b: SectionPath): number {
  if (a === b) return 0;
  const firstDifference = a.sections.findIndex((section, index) => section !== b.sections[index]);
  const sharedLength = firstDifference < 0 ? a.sections.length : firstDifference;
  const outermost = (path: SectionPath): number =>
    path.sections[sharedLength] === undefined ? 0 : sectionPadding(path.innerDepths[sharedLength] ?? 0);
  return outermost(a) + outermost(b);
}
