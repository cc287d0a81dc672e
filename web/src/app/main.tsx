import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { Provider } from "urql";
import { createLoad } from "../data/load.ts";
import "../ui/styles/app.scss";
import { createClient } from "./client.ts";
import { createRouter } from "./router.tsx";

const client = createClient();
const router = createRouter(createLoad(client));
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");

createRoot(root).render(
  <StrictMode>
    <Provider value={client}>
      <RouterProvider router={router} />
    </Provider>
  </StrictMode>,
);
