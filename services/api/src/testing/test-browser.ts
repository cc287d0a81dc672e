/** A browser as far as signing in needs one: it keeps cookies by path and expiry, and follows redirects one at a time. */
export interface TestBrowser {
  get: (address: string, headers?: Record<string, string>) => Promise<Response>;
  /** As a form on our own page would send it, unless `origin` says otherwise; null: no Origin at all. */
  post: (address: string, fields?: Record<string, string>, origin?: string | null) => Promise<Response>;
  postJson: (address: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** Follows redirects from an answer until there is none; returns the last answer and every address gone through. */
  follow: (response: Response) => Promise<{ response: Response; addresses: string[] }>;
  cookie: (name: string) => string | undefined;
  setCookie: (name: string, value: string) => void;
}

interface Cookie {
  value: string;
  path: string;
}

/** `localUrl` is where the server listens, when `baseUrl` is the name that a proxy in front of it answers to. */
export const openBrowser = (baseUrl: string, localUrl = baseUrl): TestBrowser => {
  const jar = new Map<string, Cookie>();
  const send = async (address: string, init: RequestInit): Promise<Response> => {
    const url = new URL(address, baseUrl);
    const cookies = [...jar].filter(([, cookie]) => url.pathname.startsWith(cookie.path));
    const header = cookies.map(([name, { value }]) => `${name}=${value}`).join("; ");
    const headers = {
      accept: "text/html",
      ...(init.headers as object),
      ...(header ? { cookie: header } : {}),
    };
    const response = await fetch(`${localUrl}${url.pathname}${url.search}`, {
      ...init,
      headers,
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line);
    return response;
  };
  const get: TestBrowser["get"] = (address, headers = {}) => send(address, { headers });
  return {
    get,
    post: (address, fields = {}, origin = baseUrl) =>
      send(address, {
        method: "POST",
        headers: origin === null ? {} : { origin },
        body: new URLSearchParams(fields),
      }),
    postJson: (address, body, headers = {}) =>
      send(address, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          origin: baseUrl,
          ...headers,
        },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    follow: async (first) => {
      const addresses: string[] = [];
      let response = first;
      for (let next = first.headers.get("location"); next; next = response.headers.get("location")) {
        const address = new URL(next, baseUrl).href;
        if (!address.startsWith(`${baseUrl}/`)) break;
        addresses.push(address);
        response = await get(address);
      }
      return { response, addresses };
    },
    cookie: (name) => jar.get(name)?.value,
    setCookie: (name, value) => jar.set(name, { value, path: "/" }),
  };
};

const keepCookie = (jar: Map<string, Cookie>, line: string): void => {
  const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
  const separator = pair.indexOf("=");
  const name = pair.slice(0, separator);
  const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? "/";
  const expires = attributes.find((each) => /^expires=/i.test(each))?.slice(8);
  const gone =
    attributes.some((each) => /^max-age=0$/i.test(each)) || (expires && new Date(expires) < new Date());
  if (gone) jar.delete(name);
  else jar.set(name, { value: pair.slice(separator + 1), path });
};
