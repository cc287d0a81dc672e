import { useParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { DraftQuery } from "../queries.ts";
import type { Content, Finding, Section } from "../types.ts";
import { type DraftPlace, useDraftPlace } from "./draft-place.ts";

export interface DraftPage {
  content: Content;
  person: string;
  section: Section;
  place: DraftPlace;
  /** What the checker found in the whole draft. */
  findings: readonly Finding[];
}

/** The draft and the section that the address names. Null: there is no such section. */
export const useDraftPage = (): DraftPage | null => {
  const { reference = "", section: key } = useParams();
  const { assessment, viewer } = useLiveData(DraftQuery, { reference });
  const place = useDraftPlace(reference);
  const section = assessment?.form.find((each) => each.key === key);
  return assessment && section
    ? {
        content: assessment,
        section,
        place,
        person: place.isTryOut ? "" : (viewer?.user.id ?? ""),
        // A form that somebody tries out has nobody to check it.
        findings: assessment.findings ?? [],
      }
    : null;
};
