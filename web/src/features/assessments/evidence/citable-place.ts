import type { Content, Evidence } from "../types.ts";

/** Somewhere that evidence can be cited for: "monitoring-systems", "potential-impact.AGE", "assessment". */
export interface CitablePlace {
  place: string;
  label: string;
}

/** For the assessment as a whole rather than for one of its questions. */
export const WHOLE_PLACE: CitablePlace = { place: "assessment", label: "The assessment as a whole" };

/** The places and, of each question with parts, its parts as well, as the form names them. */
export const withParts = (form: Content["form"], places: readonly CitablePlace[]): CitablePlace[] => {
  const questions = form.flatMap((section) => section.questions);
  return places.flatMap((each) => {
    const parts = questions.find(({ key }) => key === each.place)?.parts ?? [];
    return [
      each,
      ...parts.map(({ key, label }) => ({
        place: `${each.place}.${key}`,
        label: `${each.label}: ${label}`,
      })),
    ];
  });
};

/** What is cited for a place: for a question, what is cited for its parts too. */
export const citedFor = <Cited extends Pick<Evidence, "place">>(
  evidence: readonly Cited[],
  place: string,
): Cited[] => evidence.filter((each) => each.place === place || each.place.startsWith(`${place}.`));
