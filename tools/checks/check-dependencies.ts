import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { DEPENDENCY_RULES, type DependencyRule } from "./dependency-rules.ts";

export interface Breach {
  rule: string;
  from: string;
  to: string;
}

export interface DependencyReport {
  breaches: Breach[];
  /** Every import that was seen, as "from → to", to tell a clean house from one that was not looked at. */
  edges: Set<string>;
}

/** Follows every import of the house below `root` and reports those that break a rule. */
export async function checkDependencies(root: string, folders: string[]): Promise<DependencyReport> {
  const { output } = await cruise(folders, {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: DEPENDENCY_RULES.map(withoutBreach) },
    tsPreCompilationDeps: true,
    exclude: { path: "(^|/)(dist|\\.data)/" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  });
  const { modules, summary } = output as ICruiseResult;
  const breaches = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  const edges = modules.flatMap(({ source, dependencies }) =>
    dependencies.map((each) => `${source} → ${each.resolved}`),
  );
  return { breaches, edges: new Set(edges) };
}

/** The cruiser refuses what it does not know. */
function withoutBreach({ breach: _breach, ...rule }: DependencyRule): IForbiddenRuleType {
  return rule as IForbiddenRuleType;
}
