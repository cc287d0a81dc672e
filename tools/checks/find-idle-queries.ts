import { dirname, relative } from "node:path";
import ts from "typescript";

/**
 * Drizzle's queries run when somebody awaits them: one that nobody awaits never runs, and one that a resolver returns
 * without awaiting runs twice under Apollo (design/stack.md, "Double execution"). The linter knows promises only, not these.
 *
 * Finds, in the files below `root` that a tsconfig leads to, each query that stands alone as a statement, and each that a
 * `resolve` which is not async returns. Answers with "path:line".
 */
export function findIdleQueries(tsconfig: string, root: string): string[] {
  const { config } = ts.readConfigFile(tsconfig, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(tsconfig));
  return findInProgram(ts.createProgram(fileNames, options), root);
}

function findInProgram(program: ts.Program, root: string): string[] {
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const file of program.getSourceFiles()) {
    const path = relative(root, file.fileName);
    if (file.isDeclarationFile || /^\.\.|node_modules\//.test(path)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && isIdle(node) && isQuery(checker.getTypeAtLocation(node), checker)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
        found.push(`${path}:${line + 1}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** The last call of a chain, whose value is dropped, or handed on by a resolver as it is. */
function isIdle(node: ts.CallExpression): boolean {
  const { parent } = node;
  if (ts.isExpressionStatement(parent)) return true;
  const isReturned = ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node);
  const returning = isReturned ? ts.findAncestor(parent, ts.isFunctionLike) : undefined;
  return returning !== undefined && isResolver(returning) && !isAsync(returning);
}

function isResolver(node: ts.SignatureDeclaration): boolean {
  const named = ts.isMethodDeclaration(node) ? node : node.parent;
  return (
    (ts.isMethodDeclaration(named) || ts.isPropertyAssignment(named)) && named.name.getText() === "resolve"
  );
}

const isAsync = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);

/** It can be awaited and run again: Drizzle's queries have both `then` and `execute`; promises have no `execute`. */
function isQuery(type: ts.Type, checker: ts.TypeChecker): boolean {
  const present = checker.getNonNullableType(type);
  return present.getProperty("then") !== undefined && present.getProperty("execute") !== undefined;
}
