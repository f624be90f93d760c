/** The language id of argument maps, as in `package.json` and the server. */
export const LANGUAGE = "argmap";

/** The file extension of argument maps, as in `package.json`. */
export const MAP_EXTENSION = ".argmap";
