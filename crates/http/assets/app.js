// What makes the pages better where scripts run. Every page works without it.
"use strict";

// Menus close on Escape and on a click elsewhere.
const menus = () => document.querySelectorAll("details.menu[open], details.walk[open]");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

// Arrow keys move between the items of an open menu.
document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const menu = event.target.closest("details.menu");
  if (!menu) return;
  event.preventDefault();
  menu.open = true;
  const items = [...menu.querySelectorAll(".item")];
  const at = items.indexOf(document.activeElement);
  const next = event.key === "ArrowDown" ? at + 1 : at - 1;
  (next < 0 ? menu.querySelector("summary") : items[Math.min(next, items.length - 1)]).focus();
});

// What is done to the content of a page, now and after a part of it was exchanged.
function enhance(root) {
  // The rules of a new password are ticked off while it is typed. The server judges.
  for (const list of root.querySelectorAll("[data-rules-for]")) {
    const input = document.getElementById(list.dataset.rulesFor);
    const symbols = [...list.dataset.symbols];
    const least = Number(list.dataset.least);
    const rules = {
      length: (text) => [...text.normalize("NFC")].length >= least,
      upper: (text) => /[A-Z]/.test(text),
      lower: (text) => /[a-z]/.test(text),
      digit: (text) => /[0-9]/.test(text),
      symbol: (text) => symbols.some((symbol) => text.includes(symbol)),
    };
    input.addEventListener("input", () => {
      for (const line of list.querySelectorAll("[data-rule]")) {
        const rule = rules[line.dataset.rule];
        if (rule) line.classList.toggle("met", rule(input.value));
      }
    });
  }

  // In the demo, choosing a person fills the sign-in form.
  for (const button of root.querySelectorAll("button.fill")) {
    button.addEventListener("click", () => {
      const email = document.getElementById("f-email");
      email.value = button.dataset.email;
      document.getElementById("f-password").value = button.dataset.password;
      email.scrollIntoView({ block: "center" });
      email.focus();
    });
  }

  // No more people can be ticked than one update covers.
  for (const form of root.querySelectorAll("form[data-most]")) {
    const boxes = [...form.querySelectorAll("input[name=member]")];
    const limit = () => {
      const full = boxes.filter((box) => box.checked).length >= Number(form.dataset.most);
      for (const box of boxes) box.disabled = full && !box.checked;
    };
    form.addEventListener("change", limit);
    limit();
  }

  // After a refused form, the summary of its faults is read first.
  const faults = root.querySelector("#faults");
  if (faults) faults.focus();
}

enhance(document);
document.addEventListener("htmx:afterSwap", (event) => enhance(event.detail.elt));
