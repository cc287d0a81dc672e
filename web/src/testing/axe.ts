import axe from "axe-core";
import { expect } from "vitest";

/**
 * No violation of the rules that can be checked without drawing: happy-dom has no layout and no colours, so contrast
 * and target sizes are left to the browser journeys, and rules about whole pages don't apply to a piece of one.
 */
export const expectAccessible = async (container: Element): Promise<void> => {
  const { violations } = await axe.run(container, {
    rules: {
      "color-contrast": { enabled: false },
      "target-size": { enabled: false },
      region: { enabled: false },
    },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual(
    [],
  );
};
