import { useParams } from "react-router";
import { useLiveData } from "../../data/use-live-data.ts";
import type { Crumb } from "../../ui/navigation.tsx";
import { PEOPLE, personAddress } from "./people-address.ts";
import { type Department, type Person, PersonQuery } from "./queries.ts";

/** Whom the address names: the loader has made sure that they are there. */
export const usePerson = (): { person: Person; departments: readonly Department[] } => {
  const { id = "" } = useParams();
  const { person, departments } = useLiveData(PersonQuery, { user: id });
  if (!person) throw new Error("The page was opened without its person");
  return { person, departments };
};

/** The way back from a page below somebody's. */
export const crumbsOf = ({ user }: Person): Crumb[] => [
  { to: PEOPLE, words: "People" },
  { to: personAddress(user.id), words: user.name },
];
