// Gives the focus to everything that can have it, one after the other, and tells which does not look any different then.
"use strict";
for (const fold of document.querySelectorAll("main details, header details, details.walk")) fold.open = true;
const looks = (element) => {
  // What stands for a control may show it: the label around a tick, for one.
  const around = [element, element.closest("label, .chip, .field")].filter(Boolean);
  return around.map((one) => {
    const style = getComputedStyle(one);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.borderColor, style.backgroundColor].join();
  }).join();
};
const stops = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
  .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }));
const unseen = [];
for (const stop of stops) {
  document.activeElement.blur();
  const before = looks(stop);
  stop.focus();
  if (document.activeElement !== stop) continue;
  if (before === looks(stop)) unseen.push(stop.outerHTML.slice(0, 150));
}
return { stops: stops.length, unseen };
