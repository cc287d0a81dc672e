import { useQuery } from "urql";
import { AppLink } from "../../../ui/app-link.tsx";
import { MayImportQuery } from "./queries.ts";

/** Leads those who may to the import; nothing for anybody else. */
export const ImportLink = () => {
  const [{ data }] = useQuery({ query: MayImportQuery });
  return data?.viewer?.canWriteMetrics ? (
    <p className="govuk-body app-import-link">
      <AppLink to="/performance/import">Import figures from a file</AppLink>
    </p>
  ) : null;
};
