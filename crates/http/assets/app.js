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

  // Text that is meant to be copied gets its button; without scripts it is selected by hand.
  for (const button of root.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy).textContent;
      await navigator.clipboard.writeText(text);
      announce(button.dataset.copied);
    });
  }

  // A table as CSV, as a spreadsheet reads it, and on paper. Boxes to tick and deeds are no part of it; what a spreadsheet
  // would take for a formula is marked as text.
  for (const button of root.querySelectorAll("button[data-csv]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const safe = (text) => (/^'*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text);
      const cell = (cell) => `"${safe(cell.innerText.trim().replaceAll(/\s*\n\s*/g, " ")).replaceAll('"', '""')}"`;
      const cells = (row) => [...row.cells].filter((c) => !c.matches(".tick-cell, .no-print")).map(cell).join(",");
      const rows = [...document.getElementById(button.dataset.csv).rows];
      await navigator.clipboard.writeText(rows.map(cells).join("\r\n"));
      announce(button.dataset.copied);
    });
  }

  // A badge as a PNG is drawn here, as browsers have the letters of every language.
  for (const button of root.querySelectorAll("button[data-png]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const picture = new Image();
      picture.src = button.dataset.png;
      await picture.decode();
      const canvas = document.createElement("canvas");
      canvas.width = picture.naturalWidth * 4;
      canvas.height = picture.naturalHeight * 4;
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const link = document.createElement("a");
      link.href = canvas.toDataURL("image/png");
      link.download = button.dataset.file;
      link.click();
    });
  }
  for (const button of root.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // A select of its form's choices that needs no button: it sends the form when it changes, or presses the button that it
  // names.
  for (const select of root.querySelectorAll("select[data-send]")) {
    const button = select.dataset.send && document.getElementById(select.dataset.send);
    if (button) button.hidden = true;
    select.addEventListener("change", () => (button ? button.click() : select.form.requestSubmit()));
  }

  // What the server would refuse after it was sent is told before.
  for (const input of root.querySelectorAll("input[type=file][data-bytes-most]")) {
    input.addEventListener("change", () => tellFault(input));
  }

  // After a refused form, the summary of its faults is read first.
  const faults = root.querySelector("#faults");
  if (faults) faults.focus();
}

// Whether files are too many or too large; says so beside their field.
function tellFault(input) {
  const files = [...input.files];
  const { filesMost, bytesMost, togetherMost, tooMany, tooLarge, tooLargeTogether } = input.dataset;
  const kept = input.form.querySelectorAll("input[name=kept]:checked").length;
  let fault = "";
  if (files.length + kept > Number(filesMost)) fault = tooMany;
  else if (files.some((file) => file.size > Number(bytesMost))) fault = tooLarge;
  else if (files.reduce((sum, file) => sum + file.size, 0) > Number(togetherMost)) fault = tooLargeTogether;
  const line = document.getElementById(`${input.id}-fault`);
  line.textContent = fault;
  line.hidden = !fault;
  input.closest(".field").classList.toggle("wrong", Boolean(fault));
  if (fault) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  return Boolean(fault);
}
document.addEventListener("submit", (event) => {
  const input = event.target.querySelector("input[type=file][data-bytes-most]");
  if (!input || !tellFault(input)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  input.focus();
}, true);

// How far the sending of files has come.
document.addEventListener("htmx:xhr:progress", (event) => {
  const bar = event.target.querySelector && event.target.querySelector("progress[data-upload]");
  if (!bar || !event.detail.lengthComputable || event.detail.total < 200000) return;
  bar.hidden = false;
  bar.value = (100 * event.detail.loaded) / event.detail.total;
});

// What changed without a new page is said to people who cannot see it.
function announce(text) {
  const live = document.getElementById("live");
  live.textContent = "";
  setTimeout(() => { live.textContent = text; }, 50);
}

// An answer that is of another kind of page (somebody was signed out, or it is a file) is opened as a page of its own.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target } = event.detail;
  if (target.id !== "main" && target.id !== "dialog-body") return;
  const kind = /<body class="([^"]*)"/.exec(xhr.responseText);
  // While it waits, htmx puts a class of its own beside the page's.
  if (!kind || !document.body.classList.contains(kind[1]) || (target.id === "dialog-body" && xhr.status !== 200)) {
    event.detail.shouldSwap = false;
    location.assign(xhr.responseURL);
  }
});

// A swapped page begins where a loaded one does: at its faults, or else at its content, whose title is said.
document.addEventListener("htmx:afterSwap", (event) => {
  const target = event.detail.target;
  if (target.id === "dialog-body") {
    enhance(target);
    const dialog = document.getElementById("dialog");
    // What the address of the page behind is does not change.
    if (!dialog.open) dialog.showModal();
    else if (!dialog.contains(document.activeElement)) dialog.querySelector("select, input:not([type=hidden])")?.focus();
  } else if (target.id === "main") {
    const main = document.getElementById("main");
    // What was asked in a dialog is answered: the page shows how it went.
    if (dialog?.open) dialog.close();
    enhance(main);
    if (!main.contains(document.activeElement)) main.focus({ preventScroll: true });
    const said = main.querySelector(".notice[role=status]") || main.querySelector("#faults h2") || main.querySelector("h1");
    if (said) announce(said.textContent);
  }
});

// A question that has a page of its own is asked in a dialog: a link, or a button of a form that only reads.
document.addEventListener("click", (event) => {
  const asks = event.target.closest("[data-dialog]");
  const dialog = document.getElementById("dialog");
  if (!asks || !dialog || !window.htmx || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const form = asks.form;
  if (form && !form.reportValidity()) return;
  event.preventDefault();
  // A button without an address of its own tells that of the page.
  const url = new URL(!form ? asks.href : asks.hasAttribute("formaction") ? asks.formAction : form.action, location.href);
  if (form) url.search = new URLSearchParams(new FormData(form, asks)).toString();
  if (!dialog.open) dialog.returnTo = asks;
  htmx.ajax("GET", url.pathname + url.search, { target: "#dialog-body", select: ".form-card", swap: "innerHTML" });
});
document.addEventListener("click", (event) => {
  const dialog = event.target.closest("dialog");
  // A click beside the dialog, or on what leads away from its question, closes it.
  if (dialog && (event.target === dialog || event.target.closest("[data-close], .actions > a:not([data-dialog])"))) {
    event.preventDefault();
    dialog.close();
  }
});
const dialog = document.getElementById("dialog");
if (dialog) {
  dialog.addEventListener("close", () => {
    document.getElementById("dialog-body").replaceChildren();
    if (dialog.returnTo && dialog.returnTo.isConnected) dialog.returnTo.focus();
  });
}

enhance(document);
