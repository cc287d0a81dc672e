/** What becomes of the text that somebody does not choose in a conflict: the server keeps both. */
export const KEPT_IN_HISTORY = "The other stays in the history of this assessment.";
