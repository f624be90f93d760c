/** Arrow keys between the links of tables. One link is a tab stop, so that Tab leaves the table. */

const LINKS = ".entry-link";

const linksIn = (tables: HTMLElement): readonly HTMLElement[] => [...tables.querySelectorAll<HTMLElement>(LINKS)];

/** Makes exactly one link the tab stop: the given one, or else the one that was, or else the first. */
export function setTabStop(tables: HTMLElement, stop?: HTMLElement): void {
  const links = linksIn(tables);
  const chosen = stop ?? links.find(({ tabIndex }) => tabIndex === 0) ?? links[0];
  for (const link of links) link.tabIndex = link === chosen ? 0 : -1;
}

/** Makes the link that has just got the focus the tab stop. */
export function followFocus({ target, currentTarget }: FocusEvent & { readonly currentTarget: HTMLElement }): void {
  if (target instanceof HTMLElement && target.matches(LINKS)) setTabStop(currentTarget, target);
}

/** Moves the focus by an arrow key, Home or End. Does nothing at other keys, or outside of a link. */
export function moveBetweenLinks(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const { target, currentTarget, key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (!(target instanceof HTMLElement) || !target.matches(LINKS) || ctrlKey || metaKey || altKey || shiftKey) return;
  const next = nextLink(linksIn(currentTarget), target, key);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function nextLink(links: readonly HTMLElement[], from: HTMLElement, key: string): HTMLElement | undefined {
  const index = links.indexOf(from);
  switch (key) {
    case "ArrowRight":
      return links[index + 1];
    case "ArrowLeft":
      return links[index - 1];
    case "ArrowDown":
      return inColumn(links.slice(index + 1), from);
    case "ArrowUp":
      return inColumn(links.slice(0, index).reverse(), from);
    case "Home":
      return links[0];
    case "End":
      return links.at(-1);
    default:
      return undefined;
  }
}

const rowOf = (link: HTMLElement): Element | null => link.closest("tr");
const columnOf = (link: HTMLElement): number => link.closest<HTMLTableCellElement>("td, th")?.cellIndex ?? 0;

/** Returns the nearest link in another row of the same column; in the heading if no other row has one in this column. */
function inColumn(links: readonly HTMLElement[], from: HTMLElement): HTMLElement | undefined {
  const others = links.filter((link) => rowOf(link) !== rowOf(from));
  return others.find((link) => columnOf(link) === columnOf(from)) ?? others.find((link) => columnOf(link) === 0);
}
