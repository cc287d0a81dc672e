import { formatInstant } from "../../../ui/format/dates.ts";
import { fileSize } from "../../../ui/format/file-size.ts";
import type { Prepared } from "./types.ts";
import { formatInWords } from "./words.ts";

/** The copy as it would be published: to be looked at before anybody says yes to it. Plain links: the server answers them. */
export const PreparedCopy = ({ prepared }: { prepared: Prepared }) => (
  <>
    <h2 className="govuk-heading-m">The copy for the public</h2>
    <p className="govuk-body">
      Edition {prepared.edition}, prepared by {prepared.preparedBy.name}, {formatInstant(prepared.preparedAt)}
      .
    </p>
    <ul className="govuk-list govuk-list--bullet">
      <li>
        <a className="govuk-link" href={prepared.previewAddress} target="_blank" rel="noreferrer">
          See the public page as it will look (opens in a new tab)
        </a>
      </li>
      {prepared.files
        .filter(({ format }) => format !== "html")
        .map(({ format, bytes, address }) => (
          <li key={format}>
            <a className="govuk-link" href={address}>
              {formatInWords(format)} ({fileSize(bytes)})
            </a>
          </li>
        ))}
    </ul>
    <p className="govuk-body">
      Its fingerprint is <span className="app-hash">{prepared.hash}</span>. It stands for the text and every
      byte of these files.
    </p>
  </>
);
