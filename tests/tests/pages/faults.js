// What is wrong with how a page shows the faults of a form.
"use strict";
const wrong = [];
const summary = document.getElementById("faults");
if (document.activeElement !== summary) wrong.push("the summary of the faults does not have the focus");
for (const link of summary.querySelectorAll("a")) {
  const id = link.getAttribute("href").slice(1);
  if (!link.getAttribute("href").startsWith("#") || !document.getElementById(id)) wrong.push(`a fault leads nowhere: ${link.outerHTML}`);
}
for (const field of document.querySelectorAll("main [aria-invalid=true]")) {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  const said = ids.map((id) => document.getElementById(id)?.textContent.trim() ?? "");
  if (!ids.length || said.includes("")) wrong.push(`a field does not say what is wrong with it: ${field.outerHTML.slice(0, 200)}`);
}
return wrong;
