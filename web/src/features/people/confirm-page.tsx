import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import type { Outcome } from "../../data/outcome.ts";
import { useSend } from "../../data/use-send.ts";
import { AppLink } from "../../ui/app-link.tsx";
import { Button, ButtonGroup } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { personAddress } from "./people-address.ts";
import type { Person } from "./queries.ts";
import { crumbsOf } from "./use-person.ts";

interface ConfirmPageProps {
  title: string;
  person: Person;
  /** What follows from it. */
  children: ReactNode;
  button: string;
  /** True for what opens something again: nothing is taken away. */
  harmless?: boolean | undefined;
  act: (idempotencyKey: string) => Promise<Outcome<unknown>>;
  /** What stands on the person's page once it is done. */
  news: string;
}

/** Asks first, and says what follows. */
export const ConfirmPage = ({ title, person, children, button, harmless, act, news }: ConfirmPageProps) => {
  const navigate = useNavigate();
  const { send, busy, errors } = useSend(() => null);
  const back = personAddress(person.user.id);
  return (
    <Page title={title} caption={person.user.name} crumbs={crumbsOf(person)} errors={errors}>
      {children}
      <ButtonGroup>
        <Button
          type="button"
          variant={harmless ? "primary" : "warning"}
          busy={busy}
          onClick={() => void send(act, () => navigate(back, { state: { news } }))}
        >
          {button}
        </Button>
        <AppLink to={back}>Cancel</AppLink>
      </ButtonGroup>
    </Page>
  );
};
