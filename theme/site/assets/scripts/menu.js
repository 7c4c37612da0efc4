/* Menu and search for the keyboard, and a language switch that stays at its place; every page works without. */
(function () {
  "use strict";

  /* Both languages' pages have the same anchors: stay at the same place when changing the language. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".language-switch a");
    if (link) link.hash = location.hash;
  });

  /* Menu and search from the keyboard: buttons for what Material does with hidden check boxes. */
  for (const button of document.querySelectorAll("button[data-toggle]")) {
    const toggle = document.getElementById(button.dataset.toggle);
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", () => {
      button.setAttribute("aria-expanded", toggle.checked);
      if (!toggle.checked) button.focus();
    });
  }
  const opener = (toggle) => document.querySelector(`button[data-toggle=${toggle}]`);
  opener("__search").addEventListener("click", () => document.querySelector(".md-search__input").focus());

  /* The drawer takes the focus when it is opened from the keyboard, and closes when the focus leaves it. */
  const drawer = document.getElementById("__drawer");
  const menu = document.querySelector(".md-sidebar--primary");
  opener("__drawer").addEventListener("click", () => menu.querySelector(".md-nav__list a").focus());
  menu.addEventListener("focusout", (event) => {
    if (drawer.checked && event.relatedTarget && !menu.contains(event.relatedTarget)) drawer.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) drawer.click();
  });

  /* The arrows that fold the menu's parts are buttons, with the name of what they fold. Material makes their
     labels focusable, but a label is no button to a screen reader, and the space bar does nothing. */
  for (const label of menu.querySelectorAll("label[tabindex]")) {
    const toggle = document.getElementById(label.htmlFor);
    const arrow = label.querySelector(".md-nav__icon");
    const tell = () => arrow.setAttribute("aria-expanded", toggle.checked);
    arrow.setAttribute("role", "button");
    arrow.setAttribute("aria-label", (label.textContent.trim() || label.previousElementSibling.textContent).trim());
    arrow.tabIndex = 0;
    label.removeAttribute("tabindex");
    toggle.addEventListener("change", tell);
    tell();
    arrow.addEventListener("keydown", (event) => {
      if (event.key !== " " && event.key !== "Enter") return;
      event.preventDefault();
      toggle.click();
    });
  }
})();
