/* What people set for themselves. It stays in their browser; nothing is stored before they set it.

   Stands in the head, so that a page is never shown first in another scheme or view. */
(function () {
  "use strict";

  const PREFIX = "tangguh.";
  const root = document.documentElement;
  const darkScheme = document.getElementById("dark-scheme");

  /* A browser may refuse to store anything; then settings last as long as the page. */
  function kept(name) {
    try {
      return localStorage.getItem(PREFIX + name);
    } catch {
      return null;
    }
  }

  function keep(name, value) {
    try {
      if (value) localStorage.setItem(PREFIX + name, value);
      else localStorage.removeItem(PREFIX + name);
    } catch {
      /* see above */
    }
  }

  window.tangguh = { kept, keep, page: document.currentScript.dataset.page };

  function apply(scheme) {
    if (scheme) darkScheme.media = scheme === "dark" ? "screen" : "not all";
  }

  apply(kept("scheme"));
  root.dataset.view = kept("view") || "facilitator";

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".scheme-switch");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const scheme = getComputedStyle(root).colorScheme === "dark" ? "light" : "dark";
      keep("scheme", scheme);
      apply(scheme);
    });
  });
})();
