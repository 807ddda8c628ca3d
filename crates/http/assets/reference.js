// The page of the API: forms that send what they show, to this portal only.
"use strict";

const reference = document.querySelector("[data-reference]");
const token = document.getElementById("api-token");

// A word of a shell, quoted.
const quoted = (text) => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

// What a form asks for: address, headers, body.
function asked(form) {
  let path = form.dataset.path;
  const query = new URLSearchParams();
  const headers = { Accept: "*/*" };
  for (const field of form.querySelectorAll("[data-field]")) {
    const name = field.dataset.field;
    const values = field.multiple ? [...field.selectedOptions].map((o) => o.value) : [field.value].filter(Boolean);
    if (field.dataset.place === "path") path = path.replace(`{${name}}`, encodeURIComponent(field.value));
    else if (field.dataset.place === "query") for (const value of values) query.append(name, value);
    else if (values.length) headers[name] = values[0];
  }
  if (token.value.trim()) headers.Authorization = `Bearer ${token.value.trim()}`;
  const source = form.querySelector("[data-body]");
  let body;
  if (source) {
    const file = source.files && source.files[0];
    body = source.files ? file : source.value;
    headers["Content-Type"] = (file && file.type) || source.dataset.body;
  }
  const search = query.size ? `?${query}` : "";
  return { method: form.dataset.method, url: path + search, headers, body };
}

// The same request as a line for a terminal. The token itself stays out of it.
function curl({ method, url, headers, body }) {
  const parts = ["curl", "--request", method, quoted(location.origin + url)];
  for (const [name, value] of Object.entries(headers)) {
    if (name === "Accept") continue;
    const header = name === "Authorization" ? '"Authorization: Bearer $TOKEN"' : quoted(`${name}: ${value}`);
    parts.push("--header", header);
  }
  if (!headers.Authorization) parts.push("--header", '"Authorization: Bearer $TOKEN"');
  if (body instanceof File) parts.push("--data-binary", quoted(`@${body.name}`));
  else if (body) parts.push("--data-binary", quoted(body));
  return parts.join(" ");
}

// The answer as people read it.
async function shown(response) {
  const kind = response.headers.get("content-type") || "";
  if (/json/.test(kind) && !/ndjson/.test(kind)) {
    const text = await response.text();
    try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
  }
  if (!kind || kind.startsWith("text/") || /ndjson/.test(kind)) return response.text();
  return `${(await response.blob()).size} B ${kind}`;
}

async function send(form) {
  const request = asked(form);
  const [line, answer] = [form.querySelector("[data-curl]"), form.querySelector("[data-answer]")];
  const [said, code] = [answer.querySelector("[role=status]"), answer.querySelector("code")];
  line.querySelector("code").textContent = curl(request);
  line.hidden = answer.hidden = false;
  said.textContent = reference.dataset.waiting;
  code.textContent = "";
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.method === "GET" ? undefined : request.body,
      // With a token the session counts for nothing; without one it is what signs the caller in.
      credentials: request.headers.Authorization ? "omit" : "same-origin",
      cache: "no-store",
    });
    const names = ["etag", "location", "retry-after", "idempotent-replayed", "x-request-id"];
    const kept = names.filter((name) => response.headers.has(name)).map((name) => `${name}: ${response.headers.get(name)}`);
    said.textContent = `${reference.dataset.answered} ${response.status} ${response.statusText}`.trim();
    code.textContent = [...kept, "", await shown(response)].join("\n").trim();
  } catch {
    said.textContent = reference.dataset.unreachable;
  }
}

for (const form of reference.querySelectorAll("form[data-path]")) {
  form.querySelector("[data-act]").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}

// Words narrow the list down; a group without operations goes too.
document.getElementById("api-find").addEventListener("input", (event) => {
  const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
  let left = 0;
  for (const group of reference.querySelectorAll("[data-group]")) {
    let shown = 0;
    for (const operation of group.querySelectorAll(".operation")) {
      const text = operation.dataset.words.toLowerCase();
      operation.hidden = !words.every((word) => text.includes(word));
      shown += operation.hidden ? 0 : 1;
    }
    group.hidden = shown === 0;
    left += shown;
  }
  document.getElementById("api-none").hidden = left > 0;
});

// An address that names an operation opens it.
function opened() {
  const operation = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (operation && operation.matches("details")) {
    operation.open = true;
    operation.scrollIntoView();
  }
}
addEventListener("hashchange", opened);
opened();
