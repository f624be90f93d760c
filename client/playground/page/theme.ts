/** The theme of the page and of the picture: that of the system, or the one that the user has chosen. */

export type PageTheme = "light" | "dark";

const KEY = "argmap.playground.theme";

export interface ThemeSwitch {
  readonly theme: () => PageTheme;
  /** Chooses the other theme, and keeps it for the next visit. */
  toggle(): void;
}

/** Applies the theme, now and when it changes. @param onChange called with the classes that VS Code gives to a page */
export function followTheme(onChange: (theme: PageTheme, classes: readonly string[]) => void): ThemeSwitch {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(prefers-contrast: more)");
  let chosen = savedTheme();

  const theme = (): PageTheme => chosen ?? (dark.matches ? "dark" : "light");
  function apply(): void {
    const current = theme();
    document.documentElement.dataset["theme"] = current;
    onChange(current, vscodeClasses(current, contrast.matches));
  }
  for (const query of [dark, contrast]) query.addEventListener("change", apply);
  apply();
  return {
    theme,
    toggle() {
      const next = theme() === "dark" ? "light" : "dark";
      // Who returns to the theme of the system follows it again.
      chosen = next === (dark.matches ? "dark" : "light") ? undefined : next;
      saveTheme(chosen);
      apply();
    },
  };
}

function vscodeClasses(theme: PageTheme, isHighContrast: boolean): readonly string[] {
  if (!isHighContrast) return [`vscode-${theme}`];
  return theme === "dark" ? ["vscode-high-contrast"] : ["vscode-high-contrast", "vscode-high-contrast-light"];
}

function savedTheme(): PageTheme | undefined {
  try {
    const saved = localStorage.getItem(KEY);
    return saved === "light" || saved === "dark" ? saved : undefined;
  } catch {
    // The browser forbids the page to store anything.
    return undefined;
  }
}

function saveTheme(theme: PageTheme | undefined): void {
  try {
    if (theme === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // The theme lasts as long as the page.
  }
}
