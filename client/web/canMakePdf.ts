/** A PDF needs the fonts of the system, which a browser does not give away. */
export const canMakePdf = false;
