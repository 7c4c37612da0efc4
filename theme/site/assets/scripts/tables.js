/* Tables that are wider than the page. */
(function () {
  "use strict";

  /* A table's box is a stop for the keyboard only while there is something to scroll. Material makes
     boxes of its own when the document is ready. */
  function watch() {
    const boxes = new ResizeObserver((entries) => {
      for (const { target: box } of entries) {
        if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
        else box.removeAttribute("tabindex");
      }
    });
    document.querySelectorAll(".scroll, .md-typeset__scrollwrap").forEach((box) => boxes.observe(box));
  }
  if (document.readyState === "complete") watch();
  else window.addEventListener("load", watch);
})();
