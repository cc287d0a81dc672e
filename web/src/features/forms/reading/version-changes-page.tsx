import { useParams, useSearchParams } from "react-router";
import { useLiveData } from "../../../data/use-live-data.ts";
import { AppLink } from "../../../ui/app-link.tsx";
import { FormChanges } from "../../../ui/form-changes.tsx";
import { Page } from "../../../ui/page.tsx";
import { formCrumbs, versionAddress } from "../addresses.ts";
import { VersionChangesQuery } from "../queries.ts";

/** What the address asks to compare with; by default the version before. */
export const sinceOf = (search: URLSearchParams, version: number): number => {
  const asked = Number(search.get("since"));
  return Number.isInteger(asked) && asked > 0 ? asked : version - 1;
};

/** What one published version changed in another. */
export const VersionChangesPage = () => {
  const { key = "", version: number = "" } = useParams();
  const [search] = useSearchParams();
  const since = sinceOf(search, Number(number));
  const { form } = useLiveData(VersionChangesQuery, { key, version: Number(number), since });
  const version = form?.version;
  if (!form || !version) return null;
  const address = versionAddress(key, version.version);
  const others = form.versions.filter((each) => each.version !== version.version && each.version !== since);
  return (
    <Page
      title={`What changed from version ${since} to ${version.version}`}
      caption={form.title}
      crumbs={[...formCrumbs(form), { to: address, words: `Version ${version.version}` }]}
    >
      {version.changesSince ? (
        <FormChanges changes={version.changesSince} />
      ) : (
        <p className="govuk-body">This form has no version {since}.</p>
      )}
      {others.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Compare with another version</h2>
          <ul className="govuk-list">
            {others.map((each) => (
              <li key={each.id}>
                <AppLink to={`${address}/changes?since=${each.version}`}>Version {each.version}</AppLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Page>
  );
};
