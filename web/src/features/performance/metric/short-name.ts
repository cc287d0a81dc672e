const TAILS = / (Metropolitan |County |City |District |Borough )*Council$/;
const HEADS = /^(London Borough of |Royal Borough of |City of )/;

/** "Leicestershire" of "Leicestershire County Council": where there is room for no more. */
export const shortName = (name: string): string => name.replace(TAILS, "").replace(HEADS, "");
