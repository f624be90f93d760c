/** The colours of a picture, by what they mean. A page may take others for the same names from its editor's theme. */

/** What a part of the picture is painted with. */
export type Colour =
  | "background"
  /** The face of a card. */
  | "card"
  /** The edge of a card: pale, as nothing depends on it. */
  | "border"
  /** Lines that neither support nor attack. */
  | "line"
  | "text"
  | "muted"
  /** Text on a pill. */
  | "inverse"
  | "claim"
  | "reason"
  | "objection"
  | "question"
  | "frame-reason"
  | "frame-objection"
  | "frame-border-reason"
  | "frame-border-objection"
  | "error"
  | "warning"
  | "hint";

export type Theme = Readonly<Record<Colour, string>>;

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
    "frame-border-reason": "#b5dbd4",
    "frame-border-objection": "#efcfb3",
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
    "frame-border-reason": "#2c5750",
    "frame-border-objection": "#66452b",
    error: "#f85149",
    warning: "#cca700",
    hint: "#4daafc",
  },
} as const satisfies Readonly<Record<"light" | "dark", Theme>>;
