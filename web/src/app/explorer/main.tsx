import { createRoot } from "react-dom/client";
import "./editor-workers.ts";
import "graphiql/style.css";
import "./explorer.css";
import { Explorer } from "./explorer.tsx";
import { readSchema } from "./read-schema.ts";

const root = document.getElementById("root");
if (!root) throw new Error("explorer.html has no element #root");

createRoot(root).render(<Explorer schema={await readSchema()} />);
