import { type AssessmentSubject, isAssessmentAct, mayOnAssessment } from "@due-regard/domain/access/policy";
import { actOfField } from "@due-regard/domain/access/schema-policy";
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from "@pothos/core";
import type { ApiContext } from "../context.ts";
import { emptyResultFor } from "./empty-result.ts";

declare global {
  // biome-ignore lint/style/noNamespace: this is how Pothos registers the types of a plugin
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      policy: PolicyPlugin<Types>;
    }
  }
}

/** Types whose rows the policy judges one by one carry what it needs to know. */
interface PolicySubject {
  policySubject: AssessmentSubject;
}

/**
 * Gives every field of the schema the scope that the policy table names for it. A field without a row in the table
 * stops the build: unlisted is denied. It must stand before the scope-auth plugin, which then does the checking.
 */
class PolicyPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(fieldConfig: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const act = actOfField(fieldConfig.parentType, fieldConfig.name);
    if (act === undefined) {
      throw new Error(
        `${fieldConfig.parentType}.${fieldConfig.name} has no row in the policy table (schema-policy.ts)`,
      );
    }
    if (act === "inherit") return fieldConfig;
    const authScopes = isAssessmentAct(act)
      ? (parent: PolicySubject, _args: object, context: ApiContext) =>
          mayOnAssessment(context.viewer, act, parent.policySubject)
      : { act };
    const pothosOptions = {
      ...fieldConfig.pothosOptions,
      authScopes,
      unauthorizedResolver: emptyResultFor(fieldConfig.parentType, fieldConfig.type),
    };
    return { ...fieldConfig, pothosOptions } as PothosOutputFieldConfig<Types>;
  }
}

SchemaBuilder.registerPlugin("policy", PolicyPlugin);
