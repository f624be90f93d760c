/** The names whose definitions or mentions an edit changes. */
import type { Keyword, NameKind, ReferenceRole } from "./vocabulary.ts";

/** The names that an edit affects. */
export interface NameChange {
  /** Names whose definition has changed. */
  readonly defined: ReadonlySet<string>;
  /** Names whose mentions have changed. */
  readonly mentioned: ReadonlySet<string>;
  /** Whether an import was added, changed or removed. */
  readonly imports: boolean;
}

/** The parts of an entry that the indexes of a file contain. */
export interface RegisteredEntry {
  readonly keyword: Keyword;
  readonly roles: readonly ReferenceRole[];
  readonly defines: string | undefined;
  readonly kind: NameKind | undefined;
  /** The values of attributes that change the argument. */
  readonly values: string;
  readonly mentions: readonly string[];
  /** Each mentioned name by its role, prefix and text. */
  readonly qualifiedMentions: ReadonlyMap<string, string>;
}

/** A {@link NameChange} while it is being collected. */
export interface MutableNameChange {
  readonly defined: Set<string>;
  readonly mentioned: Set<string>;
  imports: boolean;
}

/** Adds all names that an entry defines or mentions. */
export function collectNames({ keyword, defines, mentions }: RegisteredEntry, names: MutableNameChange): void {
  if (defines !== undefined) names.defined.add(defines);
  for (const name of mentions) names.mentioned.add(name);
  if (keyword === "import") names.imports = true;
}

/** Adds the names whose definitions or mentions differ between two versions of a head. */
export function collectNameChanges(
  before: RegisteredEntry | undefined,
  now: RegisteredEntry | undefined,
  names: MutableNameChange,
): void {
  if (before?.keyword === "import" || now?.keyword === "import") names.imports = true;
  const isSameDefinition =
    before?.defines === now?.defines &&
    before?.kind === now?.kind &&
    before?.keyword === now?.keyword &&
    before?.values === now?.values;
  for (const one of [before, now]) {
    if (one === undefined) continue;
    if (one.defines !== undefined && !isSameDefinition) names.defined.add(one.defines);
    const other = one === before ? now : before;
    for (const [written, name] of one.qualifiedMentions) {
      // The keyword matters too: a reason that becomes an objection changes its effect on the names it mentions.
      if (one.keyword !== other?.keyword || !other.qualifiedMentions.has(written)) names.mentioned.add(name);
    }
  }
}
