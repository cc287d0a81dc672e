import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  to: string[];
  /** The whole message as it came over the line. */
  raw: string;
}

/** What the server says to a message for some address: a code such as 550, or null to take it. */
type Answer = (to: string) => number | null;

export interface SmtpInbox {
  url: string;
  mails: ReceivedMail[];
  /** Changes how the server answers from now on. */
  answer: (answer: Answer) => void;
  close: () => Promise<void>;
}

/** A real SMTP server on this machine that keeps what it is sent. */
export const openSmtpInbox = async (): Promise<SmtpInbox> => {
  const mails: ReceivedMail[] = [];
  let answer: Answer = () => null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo: ({ address }, _session, callback) => {
      const code = answer(address);
      callback(code === null ? null : Object.assign(new Error("Not this one"), { responseCode: code }));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
        callback(null);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    answer: (changed) => {
      answer = changed;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};
