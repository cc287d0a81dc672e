export interface DownloadLink {
  href: string;
  /** The format, as it ends the sentence "Download … as". */
  words: string;
}

/** Plain links: the server answers with a file, so the page stays. */
export const DownloadList = ({
  words,
  links,
}: {
  /** What is downloaded: “these figures”. */
  words: string;
  links: readonly DownloadLink[];
}) => (
  <nav aria-label={`Download ${words}`} className="app-choice app-downloads">
    <span aria-hidden="true">Download {words}:</span>
    <ul className="app-choice__list">
      {links.map(({ href, words: format }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            <span className="govuk-visually-hidden">Download {words} as </span>
            {format}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
