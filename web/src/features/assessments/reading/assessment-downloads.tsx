import { type DownloadLink, DownloadList } from "../../../ui/download-list.tsx";

interface AssessmentDownloadsProps {
  reference: string;
  /** Whether the checker found something that this reader may see, and may want in the file. */
  withFindings: boolean;
}

const FORMATS = [
  { ending: "docx", words: "Word document (DOCX)" },
  { ending: "pdf", words: "PDF" },
] as const;

const linksTo = (reference: string, findings: boolean): DownloadLink[] =>
  FORMATS.map(({ ending, words }) => {
    const parameters = new URLSearchParams({ reference, ...(findings ? { findings: "yes" } : {}) });
    return {
      href: `/downloads/assessment.${ending}?${parameters}`,
      words: findings ? `${words} with what the checker found` : words,
    };
  });

/** The assessment to take along, to discuss in Word or to file, with its status on every page. */
export const AssessmentDownloads = ({ reference, withFindings }: AssessmentDownloadsProps) => (
  <DownloadList
    words="this assessment"
    links={[...linksTo(reference, false), ...(withFindings ? linksTo(reference, true) : [])]}
  />
);
