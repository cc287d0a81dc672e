/** The page that shows everything of a person that this browser holds and no server has confirmed. */
export const UNSAVED_ADDRESS = "/unsaved";
