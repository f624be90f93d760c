/** Implements `<argument-map>`, which `element.d.ts` describes. */
import { buildTree, plainTree } from "../../server/core/tree/buildTree.ts";
import type * as api from "./element.d.ts";
import { addressOf, fetchText, MapError, mistakesIn, ownText } from "./mapText.ts";
import { MapView, type MapViewOptions } from "./mapView.ts";
import { readMap } from "./readMap.ts";

/** On a server there are no elements, but the module can be imported. */
const ElementBase = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** The element: reads its map, gives it to its view, and reflects its attributes as properties. */
export class ArgumentMapElement extends ElementBase implements api.ArgumentMapElement {
  static readonly observedAttributes = ["src", "depth", "direction", "shape", "lang"];

  #view: MapView | undefined;
  #loading: AbortController | undefined;
  /** The text that the page has set by the property. */
  #givenText: string | undefined;
  #shownText = "";
  #isComplete = false;
  /** The text within the element may come after its start, or change. */
  #observer: MutationObserver | undefined;

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#view = new MapView(root, this.#options);
    this.#observer = new MutationObserver(() => this.src === null && this.#givenText === undefined && this.#load());
    this.#observer.observe(this, { childList: true, characterData: true, subtree: true });
    this.#load();
  }

  disconnectedCallback(): void {
    this.#loading?.abort();
    this.#observer?.disconnect();
    this.#view?.dispose();
    this.#view = undefined;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (this.#view === undefined || before === now) return;
    this.#view.setOptions(this.#options);
    if (name !== "src") return;
    this.#givenText = undefined;
    this.#load();
  }

  get src(): string | null {
    return this.getAttribute("src");
  }
  set src(value: string | null) {
    this.#reflect("src", value ?? undefined);
  }

  get depth(): number | undefined {
    const levels = Number.parseInt(this.getAttribute("depth") ?? "", 10);
    return levels > 0 ? levels : undefined;
  }
  set depth(value: number | undefined) {
    this.#reflect("depth", value);
  }

  get direction(): "right" | "down" | undefined {
    return oneOf(["right", "down"], this.getAttribute("direction"));
  }
  set direction(value: "right" | "down" | undefined) {
    this.#reflect("direction", value);
  }

  get shape(): "tree" | "outline" | undefined {
    return oneOf(["tree", "outline"], this.getAttribute("shape"));
  }
  set shape(value: "tree" | "outline" | undefined) {
    this.#reflect("shape", value);
  }

  get text(): string {
    return this.#givenText ?? this.#shownText;
  }
  set text(text: string) {
    this.#givenText = text;
    if (this.#view !== undefined) this.#load();
  }

  get complete(): boolean {
    return this.#isComplete;
  }

  unfold(levels?: number): void {
    this.#view?.unfold(levels);
  }

  zoomBy(factor: number): void {
    this.#view?.zoomBy(factor);
  }

  fit(): void {
    this.#view?.fit();
  }

  get #options(): MapViewOptions {
    const language = this.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang || "en";
    return { levels: this.depth, direction: this.direction ?? "automatic", shape: this.shape ?? "automatic", language };
  }

  #reflect(name: string, value: string | number | undefined): void {
    if (value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, `${value}`);
  }

  /** Reads the map and draws it. A later call ends an earlier one. */
  async #load(): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.#isComplete = false;
    try {
      await this.#drawMap(loading.signal);
    } catch (error) {
      if (!loading.signal.aborted) this.#fail(error);
      return;
    }
    if (loading.signal.aborted) return;
    this.#isComplete = true;
    this.dispatchEvent(new Event("load"));
  }

  #fail(error: unknown): void {
    this.#isComplete = true;
    if (!(error instanceof MapError)) console.error(error);
    const message = error instanceof MapError ? error.message : "The map could not be drawn. The console says why.";
    this.#view?.showError(message);
    this.dispatchEvent(new ErrorEvent("error", { message, error }));
  }

  async #drawMap(signal: AbortSignal): Promise<void> {
    const { src, baseURI } = this;
    const given = this.#givenText ?? (src === null ? ownText(this) : undefined);
    const address = given === undefined ? addressOf(src ?? "", baseURI) : baseURI;
    const text = given ?? (await fetchText(address, signal));
    // Without a map that cannot be loaded, the rest is drawn.
    const file = await readMap(address, text, (imported) => fetchText(imported, signal).catch(() => undefined));
    if (signal.aborted) return;
    const tree = plainTree(buildTree(file, () => []));
    const mistakes = mistakesIn(file);
    if (tree.cards.length === 0) {
      const place = given === undefined ? `The file at ${address}` : "The text of this element";
      throw new MapError(mistakes[0] ?? `${place} has nothing to draw. Begin a line of the map with “claim:”.`);
    }
    this.#shownText = text;
    this.#view?.show(tree, mistakes);
  }
}

const oneOf = <Value extends string>(values: readonly Value[], value: string | null): Value | undefined =>
  values.find((one) => one === value);
