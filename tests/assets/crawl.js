// Follows every link of the portal that somebody can see, by fetching, and tells what was found at each address.
// Run by WebDriver: arguments are where to begin, how many links that differ in their values only are followed, and
// whom to tell.
"use strict";
const [seeds, alike, done] = arguments;

// What axe looks at in a page, without its texts: each kind of element once, with all that it stands in, and the order
// of the headings. Two pages of one outline are one to axe.
const KEPT = ["role", "type", "aria-current", "aria-invalid", "aria-sort", "scope", "name"];
const described = (element) => {
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== "class")
    .map(({ name, value }) => (KEPT.includes(name) && name !== "name" ? `${name}=${value}` : name));
  const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return [element.localName, ...element.classList, ...attributes.sort(), says ? "text" : ""].join(" ");
};
const outline = (page) => {
  const main = page.querySelector("main");
  if (!main) return null;
  const kinds = new Set();
  const within = (element, path) => {
    const here = `${path}>${described(element)}`;
    kinds.add(here);
    // A drawing is one thing.
    if (element.localName !== "svg") for (const child of element.children) within(child, here);
  };
  within(main, page.body.className);
  const headings = [...main.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => heading.localName);
  const order = headings.filter((heading, at) => heading !== headings[at - 1]);
  return { kinds: [...kinds].sort(), order: order.join() };
};
// A number for a kind of element.
const number = (text) => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};
const digest = async (text) => {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes).slice(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

const seen = new Set();
const kinds = new Map();
const queue = [];
const found = [];
const add = (address, from) => {
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin || seen.has(url.pathname + url.search)) return;
  // Of links that differ in the values of their query only, some stand for all.
  if (url.search) {
    const kind = `${url.pathname}?${[...url.searchParams.keys()].sort()}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (kinds.get(kind) > alike) return;
  }
  seen.add(url.pathname + url.search);
  queue.push({ address: url.pathname + url.search, from });
};

const look = async ({ address, from }) => {
  const response = await fetch(address, { headers: { accept: "text/html" } });
  const page = { address, from, status: response.status, arrived: new URL(response.url).pathname, outline: "", kinds: [], missing: "", dialogs: [], forms: [] };
  if ((response.headers.get("content-type") ?? "").startsWith("text/html")) {
    const text = await response.text();
    const parsed = new DOMParser().parseFromString(text, "text/html");
    const { kinds, order } = outline(parsed) ?? { kinds: [], order: "" };
    if (kinds.length) page.outline = await digest(kinds.join("\n") + order);
    page.kinds = kinds.map(number);
    page.missing = (/[^<>]{0,30}\u27e6[^<>]{0,40}/.exec(text) ?? [""])[0];
    const to = (value) => new URL(value, response.url);
    page.dialogs = [...parsed.querySelectorAll("main a[data-dialog]")].map((link) => to(link.getAttribute("href")).pathname);
    for (const link of parsed.querySelectorAll("a[href]:not([href^='mailto:'])")) {
      const url = to(link.getAttribute("href"));
      if (url.protocol.startsWith("http")) add(url, address);
    }
    for (const form of parsed.querySelectorAll("form")) {
      const action = to(form.getAttribute("action") ?? "");
      if ((form.getAttribute("method") ?? "get").toLowerCase() === "get") {
        add(action, address);
        // What is done to ticked rows is asked on a page of its own: the last row is ticked.
        const tick = [...form.querySelectorAll("input[type=checkbox][name], input[type=radio][name]")].at(-1);
        const buttons = [...form.querySelectorAll("[formaction]")].map((button) => to(button.getAttribute("formaction")));
        for (const asked of tick ? [action, ...buttons] : []) {
          asked.searchParams.set(tick.name, tick.value);
          add(asked, address);
        }
      } else if (form.closest("main") && form.querySelector("input:not([type=hidden]), select, textarea")) {
        page.forms.push(action.pathname);
      }
    }
  } else {
    await response.arrayBuffer();
  }
  found.push(page);
};

const walk = async () => {
  for (const seed of seeds) add(seed, "");
  let under_way = 0;
  await new Promise((finished, failed) => {
    const next = () => {
      if (!queue.length && !under_way) finished();
      while (queue.length && under_way < 4) {
        under_way += 1;
        look(queue.shift()).then(() => { under_way -= 1; next(); }, failed);
      }
    };
    next();
  });
};
walk().then(() => done({ pages: found }), (error) => done({ error: String(error) }));
