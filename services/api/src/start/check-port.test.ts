import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { checkPort } from "./check-port.ts";

describe("checkPort", () => {
  it("refuses a port that is taken, and takes it once it is free", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    await expect(checkPort("127.0.0.1", port)).rejects.toMatchObject({
      name: "StartFailure",
      message: `Port ${port} is already in use: stop what uses it, or set another PORT.`,
    });
    await new Promise((resolve) => other.close(resolve));
    await expect(checkPort("127.0.0.1", port)).resolves.toBeUndefined();
  });

  it("refuses an address that the machine doesn't have", async () => {
    await expect(checkPort("192.0.2.1", 4100)).rejects.toThrow(
      "This machine has no address 192.0.2.1: set another HOST.",
    );
  });
});
