/**
 * How a step attacks an argument, where a map does not show it by itself. An attack on an argument in full is an undercut in
 * a map, and one on a mere description is not: the attribute `x-relation` says where Argdown has it the other way around.
 */
import { ArgdownTypes, type IRelation, RelationType } from "@argdown/core";
import { nameFromText } from "../../language/nameFromText.ts";

export type RelationKind = "attack" | "undercut";

/** An attack on an argument. */
interface Attack {
  /** What the value calls the argument; undefined if it has neither a title nor a text. */
  readonly target: string | undefined;
  readonly isOnReconstruction: boolean;
  /** Undefined if a map shows it by itself. */
  readonly kind: RelationKind | undefined;
}

/** Collects the attacks of one step. */
export class RelationKinds {
  readonly #attacks: Attack[] = [];

  /**
   * @param title the title of the argument that is attacked, or else its text
   */
  add({ relationType, to }: IRelation, title: string): void {
    if (relationType !== RelationType.ATTACK && relationType !== RelationType.UNDERCUT) return;
    const isOnReconstruction = isReconstruction(to);
    if (isOnReconstruction === undefined) return;
    const usual = isOnReconstruction ? RelationType.UNDERCUT : RelationType.ATTACK;
    const kind = relationType === usual ? undefined : isOnReconstruction ? "attack" : "undercut";
    this.#attacks.push({ target: nameFromText(title), isOnReconstruction, kind });
  }

  /** The value of the attribute; undefined if there is nothing to say. It names targets only where they differ. */
  get value(): string | undefined {
    const words = this.#attacks.flatMap(({ target, isOnReconstruction, kind }): readonly string[] => {
      if (kind === undefined) return [];
      const similar = this.#attacks.filter((other) => other.isOnReconstruction === isOnReconstruction);
      return [target === undefined || similar.every((other) => other.kind === kind) ? kind : `${kind} of ${target}`];
    });
    return words.length === 0 ? undefined : [...new Set(words)].join(", ");
  }
}

/** Whether an argument is given in full; undefined for a statement. Argdown’s undercuts target the inference of such an argument. */
function isReconstruction(to: IRelation["to"]): boolean | undefined {
  if (to?.type === ArgdownTypes.INFERENCE) return true;
  return to?.type === ArgdownTypes.ARGUMENT ? to.pcs.length > 0 : undefined;
}

/**
 * Whether the attribute says of an attack on an argument that it is an undercut.
 *
 * @param title what the target is called, or else its text
 */
export function isUndercut(value: string | undefined, isOnReconstruction: boolean, title: string): boolean {
  const unusual: RelationKind = isOnReconstruction ? "attack" : "undercut";
  const name = nameFromText(title);
  const isUnusual = (value ?? "").split(",").some((part) => {
    const [kind, target] = part.trim().split(" of ");
    return kind === unusual && (target === undefined || target === name);
  });
  return isUnusual !== isOnReconstruction;
}
