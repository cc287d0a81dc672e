import type { MailSettings } from "@due-regard/api/config";
import { createTransport } from "nodemailer";

/** A message as its reader gets it. The HTML says what the text says, with links, and loads nothing. */
export interface Message {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for each attempt at one message, so that a copy sent twice can be recognised. */
  id: string;
}

/** What the receiving server said to a message. REFUSED is for good; whatever may pass (no connection, "try later") is thrown. */
export type Delivery = { outcome: "SENT" } | { outcome: "REFUSED"; because: string };

export interface Mailer {
  send: (message: Message, signal: AbortSignal) => Promise<Delivery>;
  close: () => void;
}

const ANSWER_MS = 30_000;

/** Sends by SMTP, over few connections that are kept. Nothing is sent, and nothing connected, before the first message. */
export const openMailer = ({ smtpUrl, from, requireTls }: MailSettings): Mailer => {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    requireTLS: requireTls,
    connectionTimeout: ANSWER_MS,
    greetingTimeout: ANSWER_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf("@") + 1).replace(/>$/, "");
  return {
    close: () => transport.close(),
    send: async ({ id, ...message }, signal) => {
      try {
        await transport.sendMail({
          ...message,
          from,
          messageId: `<${id}@${domain}>`,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
          signal,
        });
        return { outcome: "SENT" };
      } catch (error) {
        const because = whyRefused(error);
        if (because === null) throw error;
        return { outcome: "REFUSED", because };
      }
    },
  };
};

/**
 * A server that answers 5xx to a recipient or to a message will say so again. The same code before that (to us, to our
 * password) is about our own settings, which somebody may put right meanwhile.
 */
const ABOUT_THE_MESSAGE = new Set(["RCPT TO", "DATA"]);

const whyRefused = (error: unknown): string | null => {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  if (responseCode === undefined || responseCode < 500 || !ABOUT_THE_MESSAGE.has(command ?? "")) return null;
  return `The receiving server refused it (${responseCode}).`;
};
