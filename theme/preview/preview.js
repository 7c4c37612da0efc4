/* The preview's part of a page: it follows what is saved, and tells what is wrong. The server puts it into pages that
   it hands out; no built site has it. */
(function () {
  "use strict";

  const own = JSON.parse(document.currentScript.dataset.preview);
  const { words } = own;
  const root = document.documentElement;
  const NOT_YET_STOPPED = 1500; // milliseconds; a line that breaks is mended sooner
  const SCRIPTS = 'script[src*="assets/scripts/"]:not([src*="menu.js"])';
  const ABOVE = 120; // pixels; what stands higher than that has been read

  /* --- The bar at the foot of the page ---------------------------------------------------------------------- */

  function element(name, className, text, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text; // never HTML: findings quote what stands in files
    made.append(...children);
    return made;
  }

  const bar = element("section", "preview-bar");
  bar.lang = own.language;
  bar.setAttribute("aria-label", words.name);
  const count = element("span", "preview-count", words.checking);
  const state = element("p", "", "", element("span", "preview-name", words.name), ": ", count);
  state.setAttribute("role", "status");
  const toggle = element("button", "", words.show);
  toggle.type = "button";
  toggle.hidden = true;
  const ways = element("ul", "preview-ways");
  for (const { label, address } of own.printed) {
    const link = element("a", "", label);
    link.href = address;
    ways.append(element("li", "", "", link));
  }
  const note = element("p", "preview-note");
  note.setAttribute("role", "alert");
  const list = element("div", "preview-list");
  list.id = "preview-list";
  list.tabIndex = 0;
  list.hidden = true;
  list.setAttribute("role", "group");
  toggle.setAttribute("aria-controls", list.id);
  bar.append(element("div", "preview-line", "", state, toggle, ways), note, list);
  document.body.append(bar);

  /* The bar covers nothing: the page is longer by its height. */
  new ResizeObserver(() => {
    document.body.style.paddingBottom = `${bar.offsetHeight}px`;
    root.style.scrollPaddingBottom = `${bar.offsetHeight}px`;
  }).observe(bar);

  /* The bar is light or dark as the page is. */
  function takeScheme() {
    const dark = document.getElementById("dark-scheme");
    const media = dark ? dark.media.replace("screen and ", "") : "(prefers-color-scheme: dark)";
    root.dataset.previewScheme = media === "screen" || (media !== "not all" && matchMedia(media).matches) ? "dark" : "light";
  }
  takeScheme();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", takeScheme);
  document.addEventListener("click", (event) => {
    if (event.target.closest(".scheme-switch")) setTimeout(takeScheme);
  });

  function fold(folded) {
    list.hidden = folded;
    toggle.textContent = folded ? words.show : words.hide;
    toggle.setAttribute("aria-expanded", !folded);
  }
  fold(true);
  toggle.addEventListener("click", () => fold(!list.hidden));
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    fold(true);
    toggle.focus();
  });

  /* --- What is wrong ------------------------------------------------------------------------------------------ */

  const SEVERITIES = ["error", "warning", "advice"];
  let shown = "";
  let told = null;

  function number(severity, many) {
    const { one, many: several } = words.counts[severity];
    return many === 1 ? one : several.replace("{number}", many);
  }

  function entry(finding) {
    const code = element("code", "", finding.code);
    const severity = element("span", "preview-severity", words.severities[finding.severity]);
    const made = element("li", "", "", element("p", "", "", severity, " ", code, ` ${finding.message}`));
    made.dataset.severity = finding.severity;
    made.append(element("p", "preview-place", finding.place));
    if (finding.excerpt) made.append(element("pre", "", finding.excerpt));
    return made;
  }

  function section(title, findings) {
    if (!findings.length) return [];
    return [element("h2", "", title), element("ul", "", "", ...findings.map(entry))];
  }

  function summary() {
    const counts = SEVERITIES.filter((one) => told.counts[one]).map((one) => number(one, told.counts[one]));
    return counts.join(", ") || (told.checked ? words.sound : words.checking);
  }

  function showFindings(data) {
    told = data;
    const now = JSON.stringify(data);
    const worst = SEVERITIES.find((one) => data.counts[one]) || "";
    bar.dataset.worst = worst;
    count.textContent = summary();
    toggle.hidden = !data.findings.length;
    if (now === shown) return;
    shown = now;
    list.setAttribute("aria-label", summary());
    list.replaceChildren(
      ...section(words.own, data.findings.filter((finding) => finding.own)),
      ...section(words.others, data.findings.filter((finding) => !finding.own)),
    );
    if (data.more) list.append(element("p", "preview-place", words.more.replace("{number}", data.more)));
    fold(!(worst === "error" || data.findings.some((finding) => finding.own && finding.severity !== "advice")));
  }

  /* --- What was saved ----------------------------------------------------------------------------------------- */

  const contentsOf = (page) => [...page.querySelectorAll(".md-nav--secondary")];

  /* Steps from an element down to another, to find its successor on the page's next state. */
  function stepsTo(target, from) {
    const steps = [];
    for (let one = target; one !== from; one = one.parentElement) steps.unshift([...one.parentElement.children].indexOf(one));
    return steps;
  }
  const follow = (steps, from) => steps.reduce((one, step) => one && one.children[step], from);

  /* The last heading above what is being read, and where it stands. */
  function readingPlace(article) {
    const above = [...article.querySelectorAll("[id]")].filter((one) => one.getBoundingClientRect().top < ABOVE);
    const last = above.at(-1);
    return last && { id: last.id, top: last.getBoundingClientRect().top };
  }

  function returnTo(place) {
    const now = place && document.getElementById(place.id);
    if (now) scrollBy({ top: now.getBoundingClientRect().top - place.top, behavior: "instant" });
  }

  function mark(before, article) {
    const known = new Set([...before.children].map((one) => one.outerHTML));
    for (const one of article.children) if (!known.has(one.outerHTML)) one.classList.add("preview-changed");
  }

  /* The scripts of the page look for what they serve when they begin, so they begin once more. */
  function beginScriptsAgain() {
    document.querySelectorAll("body > .popover").forEach((one) => one.remove());
    const begun = [...document.querySelectorAll(SCRIPTS)].map((old) => new Promise((done) => {
      const again = document.createElement("script");
      again.async = false;
      again.onload = again.onerror = done;
      again.src = old.src;
      old.replaceWith(again);
    }));
    if (window.document$) window.document$.next(document);
    return Promise.all(begun);
  }

  let pristine = null; // the article as it was sent, without what scripts made of it

  async function exchange(fresh) {
    const article = document.querySelector("article");
    const next = document.importNode(fresh.querySelector("article"), true);
    const focused = article.contains(document.activeElement) && stepsTo(document.activeElement, article);
    const place = readingPlace(article);
    if (pristine) mark(pristine, next);
    pristine = fresh.querySelector("article");
    article.replaceWith(next);
    const contents = contentsOf(fresh);
    contentsOf(document).forEach((old, index) => contents[index] && old.replaceWith(document.importNode(contents[index], true)));
    returnTo(place);
    await beginScriptsAgain();
    const successor = focused && follow(focused, next);
    if (successor) successor.focus({ preventScroll: true }); // which fields for times do not heed
    returnTo(place);
  }

  async function fetched() {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  const factsOf = (page) => JSON.parse(page.querySelector("script[data-preview]").dataset.preview);

  async function showPage({ version, frame, outdated }) {
    note.textContent = outdated ? words.outdated : "";
    if (version === own.version) return;
    if (frame !== own.frame) return location.reload();
    const fresh = await fetched();
    const facts = factsOf(fresh);
    if (facts.frame !== own.frame) return location.reload();
    if (facts.version === own.version) return;
    own.version = facts.version;
    await exchange(fresh);
  }

  /* --- The line to the server --------------------------------------------------------------------------------- */

  let line = null;
  let stopping = 0;
  let turn = Promise.resolve(); // one thing after the other, though pages take time to come

  const heard = {
    findings: showFindings,
    page: showPage,
    gone: () => (note.textContent = own.version ? words.gone : ""), // a page that only says there is none stays
    reload: () => location.reload(),
    printing: (data) => document.dispatchEvent(new CustomEvent("tangguh:printing", { detail: { ...data, words } })),
    printed: (data) => document.dispatchEvent(new CustomEvent("tangguh:printed", { detail: { ...data, words } })),
  };

  function stopped() {
    bar.dataset.worst = "stopped";
    note.textContent = words.stopped;
  }

  function calm() {
    clearTimeout(stopping);
    stopping = 0;
  }

  function open() {
    calm();
    line?.close();
    line = new EventSource(`/preview/events?page=${encodeURIComponent(location.pathname)}`);
    for (const [name, act] of Object.entries(heard)) {
      line.addEventListener(name, (event) => (turn = turn.then(() => act(JSON.parse(event.data))).catch(() => {})));
    }
    line.addEventListener("open", () => {
      calm();
      if (note.textContent === words.stopped) note.textContent = "";
    });
    line.addEventListener("error", () => {
      stopping ||= setTimeout(() => {
        stopped();
        if (line.readyState === EventSource.CLOSED) open();
      }, NOT_YET_STOPPED);
    });
  }

  /* A browser keeps few lines open at a time, so that a page nobody sees gives its own back. */
  function openWhileSeen() {
    calm();
    if (document.visibilityState === "visible") open();
    else line?.close();
  }
  document.addEventListener("visibilitychange", openWhileSeen);
  addEventListener("pagehide", () => line?.close());
  addEventListener("pageshow", (event) => event.persisted && openWhileSeen());
  openWhileSeen();
  if (own.version) fetched().then((page) => factsOf(page).version === own.version && (pristine ??= page.querySelector("article")), () => {});
})();
