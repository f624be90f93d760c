/** The formats in which tables are copied. */
export const copyFormats = ["table", "markdown", "csv"] as const;
export type CopyFormat = (typeof copyFormats)[number];
