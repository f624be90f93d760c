/** In which sections cards are drawn: each section with those that it is a part of. */
import type { Section, SectionId, Tree } from "../../tree/tree.ts";
import type { Standing } from "./cardTree.ts";

/** A section with all that it is a part of, the outermost first. Of one section always the same object. */
export interface Chain {
  readonly sections: readonly Section[];
  /** For each section how deep the sections within it nest; 0 for none. */
  readonly inner: readonly number[];
}

/** The chain of what is in no section. */
export const nowhere: Chain = { sections: [], inner: [] };

/**
 * The chain of each section, and that of each card. What is only referred to, and what is of another file, belongs where it
 * is drawn.
 */
export class Chains {
  readonly #chains = new Map<SectionId, Chain>();

  constructor({ sections }: Tree) {
    const byId = new Map(sections.map((section) => [section.id, section]));
    const inner = new Map<SectionId, number>();
    for (const { parent, id } of sections.toReversed()) {
      // From the last to the first, so that what is within a section has been counted before.
      if (parent !== undefined) inner.set(parent, Math.max(inner.get(parent) ?? 0, (inner.get(id) ?? 0) + 1));
    }
    for (const section of sections) {
      const above = section.parent === undefined ? nowhere : (this.#chains.get(section.parent) ?? nowhere);
      this.#chains.set(section.id, {
        sections: [...above.sections, byId.get(section.id) ?? section],
        inner: [...above.inner, inner.get(section.id) ?? 0],
      });
    }
  }

  /** Whether there are no sections, so that nothing need be asked of any card. */
  get none(): boolean {
    return this.#chains.size === 0;
  }

  /** The chain of a card below one whose chain is `above`. */
  of({ card }: Standing, above: Chain = nowhere): Chain {
    if (card.form === "reference" || (card.section === undefined && card.file !== undefined)) return above;
    return card.section === undefined ? nowhere : (this.#chains.get(card.section) ?? nowhere);
  }
}

/** How far a ground reaches beyond the cards on it: further where other grounds lie within it. */
export const reach = (inner: number): number => 9 + 7 * inner;

/** The room that two neighbours in different sections need between them, beside the usual. */
export function sectionGap(a: Chain, b: Chain): number {
  if (a === b) return 0;
  const shared = a.sections.findIndex((section, index) => section !== b.sections[index]);
  const from = shared < 0 ? a.sections.length : shared;
  const outermost = (chain: Chain): number => (chain.sections[from] === undefined ? 0 : reach(chain.inner[from] ?? 0));
  return outermost(a) + outermost(b);
}
