/** The color themes of a picture. The page maps the same names to colors of the editor's theme. */

/** The name of a color, after its use. */
export type Color =
  | "background"
  /** The background of a card. */
  | "card"
  /** The border of a card. It may have low contrast, as it carries no information. */
  | "border"
  /** Edges that neither support nor attack. */
  | "line"
  | "text"
  | "muted"
  /** Text on a filled pill or badge. */
  | "inverse"
  | "claim"
  | "reason"
  | "objection"
  | "question"
  | "frame-reason"
  | "frame-objection"
  | "frame-border-reason"
  | "frame-border-objection"
  /** A section area and its border. */
  | "section"
  | "section-border"
  | "error"
  | "warning"
  | "hint";

/** The CSS color of each color name. */
export type Theme = Readonly<Record<Color, string>>;

export type ThemeName = keyof typeof themes;

/** The built-in themes, with colors as `#rrggbb`. */
export const themes = {
  light: {
    background: "#ffffff",
    card: "#ffffff",
    border: "#d0d7de",
    line: "#818b98",
    text: "#1f2328",
    muted: "#57606a",
    inverse: "#ffffff",
    claim: "#57606a",
    reason: "#0a7d6b",
    objection: "#bc4c00",
    question: "#8250df",
    "frame-reason": "#eff7f5",
    "frame-objection": "#fdf4ec",
    "frame-border-reason": "#d6ebe7",
    "frame-border-objection": "#f7e4d3",
    section: "#f5f6f8",
    "section-border": "#eceff2",
    error: "#d1242f",
    warning: "#b07d00",
    hint: "#1a7fd4",
  },
  dark: {
    background: "#1f1f1f",
    card: "#262627",
    border: "#454545",
    line: "#7d8590",
    text: "#e6e6e6",
    muted: "#a0a7ae",
    inverse: "#1b1b1b",
    claim: "#a0a7ae",
    reason: "#3fb8a3",
    objection: "#f0883e",
    question: "#b392f0",
    "frame-reason": "#1c2c2a",
    "frame-objection": "#30261e",
    "frame-border-reason": "#25433f",
    "frame-border-objection": "#4b3625",
    section: "#191919",
    "section-border": "#2b2b2b",
    error: "#f85149",
    warning: "#cca700",
    hint: "#4daafc",
  },
  // High contrast uses outlines instead of tints.
  "high-contrast": {
    background: "#000000",
    card: "#000000",
    border: "#6fc3df",
    line: "#ffffff",
    text: "#ffffff",
    muted: "#ffffff",
    inverse: "#000000",
    claim: "#ffffff",
    reason: "#4ddbc0",
    objection: "#ffa466",
    question: "#cbb0ff",
    "frame-reason": "#000000",
    "frame-objection": "#000000",
    "frame-border-reason": "#4ddbc0",
    "frame-border-objection": "#ffa466",
    section: "#000000",
    "section-border": "#7f7f7f",
    error: "#ff6b6b",
    warning: "#ffd370",
    hint: "#6fc3df",
  },
  "high-contrast-light": {
    background: "#ffffff",
    card: "#ffffff",
    border: "#0f4a85",
    line: "#292929",
    text: "#292929",
    muted: "#292929",
    inverse: "#ffffff",
    claim: "#292929",
    reason: "#00614f",
    objection: "#983b00",
    question: "#5b2bb5",
    "frame-reason": "#ffffff",
    "frame-objection": "#ffffff",
    "frame-border-reason": "#00614f",
    "frame-border-objection": "#983b00",
    section: "#ffffff",
    "section-border": "#8f8f8f",
    error: "#b5200d",
    warning: "#895503",
    hint: "#1a5fb4",
  },
} as const satisfies Readonly<Record<string, Theme>>;
