import type {} from "gql.tada";

/** How the API's own scalars arrive: dates and instants as ISO strings, decimals as exact strings. */
declare module "gql.tada" {
  interface setupSchema {
    scalars: {
      Date: string;
      DateTime: string;
      Decimal: string;
    };
  }
}
