import { readSealEntries } from "@due-regard/database/audit/read-chain";
import { hashEntry } from "@due-regard/domain/seal/audit-chain";
import { type VoidReason, whyVoid } from "@due-regard/domain/seal/check-signature";
import type { ApiContext } from "../../context.ts";
import { builder } from "../../schema/builder.ts";
import { describedEnum } from "../../schema/described-enum.ts";
import { SignatoryRoleEnum, StageEnum } from "../../schema/ehria-enums.ts";
import { verifySealFast } from "../../seal/seal-keys.ts";
import { UserType } from "../people/user.graphql.ts";
import type { SignatureView } from "./load-signatures.ts";

const VoidReasonEnum = describedEnum<VoidReason>("VoidReason", "Why a signature does not hold.", {
  NOT_SEALED: "It was made before signatures were sealed.",
  CONTENT_CHANGED: "What was signed is not what stands here.",
  STATEMENT_CHANGED: "Who signed, in which words or when, is not what was sealed.",
  SEAL_BROKEN: "The seal does not fit what it seals.",
  KEY_UNKNOWN: "It is sealed with a key that is not known here, or was not in use then.",
  NOT_IN_RECORD: "The audit record does not tell of it, or is broken there.",
});

const recorded = new WeakMap<ApiContext, Map<string, Promise<Set<string>>>>();

/** The seals that the audit record tells of, by entries that are as they were made; read once in a request. */
const sealsInRecord = (context: ApiContext, assessmentId: string): Promise<Set<string>> => {
  const known = recorded.get(context) ?? new Map<string, Promise<Set<string>>>();
  recorded.set(context, known);
  const seals =
    known.get(assessmentId) ??
    readSealEntries(context.db, assessmentId).then(
      (entries) =>
        new Set(
          entries
            .filter(({ previousHash, position, event, hash }) =>
              event === null ? false : hashEntry(previousHash, position, event) === hash,
            )
            .map(({ seal }) => seal),
        ),
    );
  known.set(assessmentId, seals);
  return seals;
};

const voidReasonOf = async (
  { row, revision, shownHash }: SignatureView,
  context: ApiContext,
): Promise<VoidReason | null> =>
  whyVoid(row, {
    sealedContent: revision.sealedContent,
    shownHash,
    keys: context.seals?.known ?? [],
    inRecord: (await sealsInRecord(context, revision.assessmentId)).has(row.sealHash ?? ""),
    verify: verifySealFast,
  });

export const SignatureType = builder.objectRef<SignatureView>("Signature").implement({
  description: "Binds a person, role, statement and time to the hash of exactly what they saw.",
  fields: (t) => ({
    role: t.field({ type: SignatoryRoleEnum, description: "In which role.", resolve: ({ row }) => row.role }),
    label: t.string({
      description: "What the form calls this signature.",
      resolve: ({ row, template }) =>
        template.signOff.signatures.find(({ role }) => role === row.role)?.label ?? row.role,
    }),
    signatory: t.field({ type: UserType, description: "Who signed.", resolve: ({ row }) => row.userId }),
    statement: t.string({ description: "The words that were signed.", resolve: ({ row }) => row.statement }),
    elements: t.field({
      type: [StageEnum],
      description: "Elements of the form that it covers.",
      resolve: ({ row }) => row.elements,
    }),
    contentHash: t.string({
      description: "SHA-256 of the canonical content.",
      resolve: ({ row }) => row.contentHash,
    }),
    signedAt: t.field({ type: "DateTime", description: "When.", resolve: ({ row }) => row.signedAt }),
    sealHash: t.string({
      nullable: true,
      description: "SHA-256 of the sealed statement. Null: it is not sealed.",
      resolve: ({ row }) => row.sealHash,
    }),
    keyId: t.string({
      nullable: true,
      description: "Id of the key that it is sealed with, one of `/seal-keys.json`. Null: it is not sealed.",
      resolve: ({ row }) => row.sealKeyId,
    }),
    valid: t.boolean({
      description: "True while the content, the seal and the audit record all hold.",
      resolve: async (view, _args, context) => (await voidReasonOf(view, context)) === null,
    }),
    voidBecause: t.field({
      type: VoidReasonEnum,
      nullable: true,
      description: "Why it does not hold. Null: it holds.",
      resolve: (view, _args, context) => voidReasonOf(view, context),
    }),
  }),
});
