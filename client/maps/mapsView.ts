/** The view of maps, as in `package.json`. */
export const MAPS_VIEW = "argmap.maps";
