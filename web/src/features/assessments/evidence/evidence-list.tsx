import type { Evidence } from "../types.ts";
import { CitationBody } from "./citation-body.tsx";

/** What is cited for a place, to read. */
export const EvidenceList = ({ evidence, label }: { evidence: readonly Evidence[]; label: string }) =>
  evidence.length === 0 ? null : (
    <ul className="app-results" aria-label={label}>
      {evidence.map((each) => (
        <li className="app-results__item" key={each.id}>
          <CitationBody evidence={each} />
        </li>
      ))}
    </ul>
  );
