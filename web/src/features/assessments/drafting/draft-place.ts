import { createContext, useContext } from "react";
import type { Crumb } from "../../../ui/navigation.tsx";

/** Where the pages of a draft stand: below its assessment, or below the form that somebody tries out. */
export interface DraftPlace {
  /** What the addresses of its pages begin with. */
  address: string;
  crumbs: readonly Crumb[];
  /** True where nothing that is written goes anywhere. */
  isTryOut: boolean;
}

export const DraftPlaceContext = createContext<DraftPlace | null>(null);

const placeOfAssessment = (reference: string): DraftPlace => {
  const address = `/assessments/${reference}`;
  return {
    address,
    crumbs: [
      { to: "/assessments", words: "Assessments" },
      { to: address, words: reference },
    ],
    isTryOut: false,
  };
};

export const useDraftPlace = (reference: string): DraftPlace =>
  useContext(DraftPlaceContext) ?? placeOfAssessment(reference);
