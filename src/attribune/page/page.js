// Links what belongs together. Without it the page is complete: titles, anchors and the list of statements remain.
"use strict";
(() => {
  const root = document.getElementById("attribune");
  const pane = root.querySelector(".pane");
  const cards = new Map();
  const parts = new Map();
  const voices = new Map();
  let shown = null;
  let pinned = null;

  const idsOf = (part) => part.dataset.s.split(" ");

  for (const card of root.querySelectorAll(".card")) {
    cards.set(card.dataset.id, card);
    voices.set(card.dataset.id, card.dataset.v);
  }
  for (const part of root.querySelectorAll("[data-s]")) {
    for (const id of idsOf(part)) {
      if (!parts.has(id)) parts.set(id, []);
      parts.get(id).push(part);
    }
    part.removeAttribute("title");
  }

  const light = (id, on) => {
    for (const part of parts.get(id) ?? []) part.classList.toggle("lit", on);
  };

  const show = (id) => {
    if (id === shown) return;
    if (shown !== null) light(shown, false);
    shown = id;
    if (id === null) return pane.replaceChildren();
    light(id, true);
    const copy = cards.get(id).cloneNode(true);
    copy.removeAttribute("id");
    pane.replaceChildren(copy);
  };

  const statementAt = (target) => {
    const part = target instanceof Element ? target.closest("[data-s]") : null;
    return part ? idsOf(part)[0] : null;
  };

  const pin = (id) => {
    pinned = id;
    show(id);
  };

  const choose = (voice) => {
    root.classList.toggle("chosen", voice !== null);
    for (const button of root.querySelectorAll("button.who"))
      button.setAttribute("aria-pressed", String(button.dataset.v === voice));
    for (const part of root.querySelectorAll("[data-s]"))
      part.classList.toggle("hit", idsOf(part).some((id) => voices.get(id) === voice));
    for (const other of root.querySelectorAll(".part, .card, .numbers tr"))
      other.classList.toggle("hit", other.dataset.v === voice);
  };

  root.addEventListener("mouseover", (event) => {
    if (pinned === null && !pane.contains(event.target)) show(statementAt(event.target));
  });
  root.addEventListener("focusin", (event) => {
    const id = statementAt(event.target);
    if (id !== null) pin(id);
  });
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button.who");
    if (button) return choose(button.getAttribute("aria-pressed") === "true" ? null : button.dataset.v);
    if (pane.contains(event.target)) return;
    const id = statementAt(event.target);
    if (id !== null && event.target.closest("a.pointer")) event.preventDefault();
    pin(id);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    pin(null);
    choose(null);
  });
  root.classList.add("scripted");
})();
