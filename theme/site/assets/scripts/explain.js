/* A term or a citation explains itself where it stands. Its link still leads to the list for whoever opens it
   in a new tab, or has no script. */
(function () {
  "use strict";

  const explanations = document.querySelector(".explanations");
  if (!explanations || !("popover" in HTMLElement.prototype)) return;
  const MARGIN = 8;

  const links = [...document.querySelectorAll("a.term, .citation a")].filter((link) => explanationOf(link));
  for (const link of links) link.setAttribute("aria-haspopup", "dialog");

  const note = document.createElement("div");
  note.popover = "auto";
  note.className = "popover md-typeset";
  note.tabIndex = -1;
  note.setAttribute("role", "dialog");
  document.body.append(note);

  function explanationOf(link) {
    return explanations.querySelector(`[data-explains="${CSS.escape(decodeURIComponent(link.hash.slice(1)))}"]`);
  }

  function fill(link) {
    const more = document.createElement("p");
    more.className = "more";
    const list = document.createElement("a");
    list.href = link.href;
    list.textContent = link.classList.contains("term") ? explanations.dataset.glossary : explanations.dataset.references;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = explanations.dataset.close;
    close.addEventListener("click", () => note.hidePopover());
    more.append(list, close);
    note.replaceChildren(...explanationOf(link).cloneNode(true).childNodes, more);
    note.setAttribute("aria-label", link.textContent);
  }

  /* Below the words, or above where there is no room. */
  function place(link) {
    const words = link.getClientRects()[0];
    const wide = document.documentElement.clientWidth;
    const left = Math.min(words.left, wide - note.offsetWidth - MARGIN);
    const below = words.bottom + MARGIN / 2;
    const above = words.top - note.offsetHeight - MARGIN / 2;
    const top = below + note.offsetHeight > innerHeight && above > 0 ? above : below;
    note.style.left = `${Math.max(MARGIN, left) + scrollX}px`;
    note.style.top = `${top + scrollY}px`;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!links.includes(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    fill(link);
    note.showPopover();
    place(link);
    note.focus({ preventScroll: true });
  });
})();
