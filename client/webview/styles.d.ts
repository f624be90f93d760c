/** Imports of style sheets, which the bundler collects. */
declare module "*.css";
