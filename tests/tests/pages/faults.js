// What is wrong with how a page shows the faults of a form.
"use strict";
const wrong = [];
const summary = document.getElementById("faults");
if (document.activeElement !== summary) wrong.push("the summary of the faults does not have the focus");
for (const link of summary.querySelectorAll("a")) {
  const href = link.getAttribute("href");
  // What is missing may be typed on another page.
  if (href.startsWith("#") && !document.getElementById(href.slice(1))) wrong.push(`a fault leads nowhere: ${link.outerHTML}`);
}
for (const field of document.querySelectorAll("main [aria-invalid=true]")) {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  const said = ids.map((id) => document.getElementById(id)?.textContent.trim() ?? "");
  if (!ids.length || said.includes("")) wrong.push(`a field does not say what is wrong with it: ${field.outerHTML.slice(0, 200)}`);
}
return wrong;
