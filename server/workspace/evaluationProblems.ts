/** Runs the checks that need the evaluation of a map, when the user pauses. */
import type { EvaluationCheck } from "../core/checks/check.ts";
import { evaluationChecks } from "../core/checks/checksByScope.ts";
import { type SeveritySettings, severityOf } from "../core/checks/severity.ts";
import { attributeOf } from "../core/language/entry.ts";
import type { MapFile } from "../core/language/map.ts";
import type { SyntaxChange } from "../core/language/parsing/nesting.ts";
import { isClaimLike } from "../core/language/vocabulary.ts";
import type { Argument } from "../core/reasoning/argument.ts";
import { likelihoodLabel } from "../core/reasoning/explanations/likelihoodTerm.ts";
import { at, isListEmpty } from "../core/reasoning/framework.ts";
import type { Likelihoods } from "../core/reasoning/likelihood/likelihood.ts";
import { NO_SUPPOSITIONS } from "../core/reasoning/standing.ts";
import { loadWeighingWords } from "../core/reasoning/words/loadWords.ts";
import type { WeighingWords } from "../core/reasoning/words/weighingWords.ts";
import type { Evaluations } from "./evaluations.ts";
import type { FileChange } from "./fileChange.ts";
import type { MutableWorkspaceFile } from "./maps/workspaceFile.ts";

/** The dependencies of {@link EvaluationProblems} on the workspace. */
export interface EvaluationProblemsHost {
  readonly evaluations: Evaluations;
  readonly file: (uri: string) => MutableWorkspaceFile | undefined;
  /** Returns the URIs of all maps that are loaded. */
  readonly uris: () => readonly string[];
  /** Runs a function when the user has paused. */
  readonly onPause: (work: () => void) => void;
  /** Makes others wait for some work. */
  readonly track: (work: Promise<void>) => void;
  /** Called with the URI of a map whose problems have changed. */
  readonly onProblemsChanged: (uri: string) => void;
}

/** Checks the evaluations of the open maps. */
export class EvaluationProblems {
  readonly #host: EvaluationProblemsHost;
  readonly #stale = new Set<string>();
  /** The checks that are not off. */
  #wanted = wantedChecks({});
  #changeCount = 0;
  #isScheduled = false;

  constructor(host: EvaluationProblemsHost) {
    this.#host = host;
  }

  /** Checks the maps that a change of files affects at the next pause. */
  applyChanges(changes: readonly FileChange[]): void {
    if (this.#wanted.length === 0) return;
    const stale = changes.filter(
      ({ uri, change }) =>
        this.#isOpen(uri) && ((change !== "problems" && isAffected(change)) || this.#lacksEvaluation(uri)),
    );
    this.#checkAtPause(stale.map(({ uri }) => uri));
  }

  /** Runs the checks again that the user has turned on or off. */
  setSeverities(severities: SeveritySettings): void {
    const wanted = wantedChecks(severities);
    if (wanted.length === this.#wanted.length && wanted.every((check) => this.#wanted.includes(check))) return;
    this.#wanted = wanted;
    this.#checkAtPause(this.#host.uris().filter((uri) => this.#isOpen(uri)));
  }

  #checkAtPause(uris: readonly string[]): void {
    if (uris.length === 0) return;
    this.#changeCount++;
    for (const uri of uris) this.#stale.add(uri);
    if (!this.#isScheduled) this.#schedule();
  }

  #isOpen(uri: string): boolean {
    return this.#host.file(uri)?.version !== undefined;
  }

  #lacksEvaluation(uri: string): boolean {
    return this.#host.file(uri)?.checkerIfCreated?.lacksEvaluation ?? false;
  }

  #schedule(): void {
    const countBefore = this.#changeCount;
    this.#isScheduled = true;
    const paused = new Promise<void>((resolve) => this.#host.onPause(resolve));
    this.#host.track(
      paused.then(async () => {
        if (this.#changeCount !== countBefore) return this.#schedule();
        this.#isScheduled = false;
        const uris = [...this.#stale];
        this.#stale.clear();
        for (const uri of uris) await this.#check(uri);
      }),
    );
  }

  async #check(uri: string): Promise<void> {
    const file = this.#host.file(uri)?.file;
    if (file === undefined || !this.#isOpen(uri)) return;
    const { evaluations } = this.#host;
    const wanted = this.#wanted;
    const needsLikelihoods = wanted.some(({ usesLikelihoods }) => usesLikelihoods === true) && statesLikelihoods(file);
    const evaluation = needsLikelihoods ? evaluations.of(uri) : undefined;
    const likelihoods = evaluation && (await evaluations.likelihoodsIn(uri, NO_SUPPOSITIONS));
    const words = evaluation && (await loadWeighingWords());
    // The map changed while the likelihoods were computed: another check is under way.
    if (this.#stale.has(uri) || (evaluation !== undefined && likelihoods === undefined)) return;
    let hasChanged = false;
    this.#host.file(uri)?.recheck((checker) => {
      hasChanged = checker.checkEvaluation(
        wanted,
        evaluation === undefined || likelihoods === undefined || words === undefined
          ? () => undefined
          : (entry) =>
              computedLikelihood(evaluation.argument, likelihoods, evaluation.argument.nodes.get(entry), words),
      );
    });
    if (hasChanged) this.#host.onProblemsChanged(uri);
  }
}

const wantedChecks = (severities: SeveritySettings): readonly EvaluationCheck[] =>
  evaluationChecks.filter((check) => severityOf(check, severities) !== "off");

/** Whether a change can affect what evaluation checks find. Typing inside a text cannot, but attributes are part of it. */
function isAffected(change: SyntaxChange | undefined): boolean {
  if (change === undefined) return true;
  const { added, removed, headChanged, moved, childrenChanged, textChanged } = change;
  if (added.size + removed.size + headChanged.size + moved.size + childrenChanged.size > 0) return true;
  for (const { attributes } of textChanged) if (attributes.length > 0) return true;
  return false;
}

/** Whether a likelihood is written in a map at all. Otherwise nothing needs to be computed. */
function statesLikelihoods(file: MapFile): boolean {
  for (const entry of file.syntax.entries.values()) {
    if (isClaimLike(entry.head.keyword) && attributeOf(entry, "likelihood") !== undefined) return true;
  }
  return false;
}

function computedLikelihood(
  { framework }: Argument,
  likelihoods: Likelihoods,
  node: number | undefined,
  words: WeighingWords,
) {
  if (node === undefined || isListEmpty(framework.reasons, node)) return undefined;
  const [stands, open] = [at(likelihoods.likelihood, node), at(likelihoods.open, node)];
  return { stands, open, label: likelihoodLabel(stands, open, words) };
}
