/** Id of the button that takes an assessment one step on: no page shows two of them at once. */
export const TRANSITION_BUTTON = "transition";
