import SchemaBuilder, {
  BasePlugin,
  completeValue,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from "@pothos/core";
import { encodeGlobalID } from "@pothos/plugin-relay";
import type { ApiContext } from "../context.ts";

declare global {
  // biome-ignore lint/style/noNamespace: this is how Pothos registers the types of a plugin
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      plainIds: PlainIdsPlugin<Types>;
    }
  }
}

type ReadId = (parent: unknown, args: object, context: ApiContext, info: unknown) => unknown;

/**
 * Gives global ids as plain values. The relay plugin's own resolver is a promise for each, however plain the id, and makes a
 * promise of every object that it stands in and of every list of those: of a long list of figures that is a fifth of the work.
 */
class PlainIdsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(fieldConfig: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const { name, parentType } = fieldConfig;
    const { id } = this.buildCache.getTypeConfig(parentType).pothosOptions as { id?: { resolve?: ReadId } };
    const readId = id?.resolve;
    if (name !== "id" || readId === undefined) return fieldConfig;
    const resolve: ReadId = (parent, args, context, info) =>
      completeValue(readId(parent, args, context, info), (found) =>
        encodeGlobalID(parentType, String(found)),
      );
    return { ...fieldConfig, resolve } as PothosOutputFieldConfig<Types>;
  }
}

SchemaBuilder.registerPlugin("plainIds", PlainIdsPlugin);
