/* A programme on one's own dates: the calendar file moves to the day that is chosen, and sessions know when
   they start. */
(function () {
  "use strict";

  for (const link of document.querySelectorAll("a[data-start]")) link.search = `?start=${link.dataset.start}`;

  const place = document.querySelector(".calendar-file");
  if (!place) return;
  const { kept, keep, page } = window.tangguh;
  const DAY = 24 * 60 * 60 * 1000;
  const date = (text) => new Date(`${text}T00:00:00Z`);
  const file = place.querySelector("a");
  const offered = file.href;
  const calendar = JSON.parse(place.querySelector("script").textContent);
  const choice = place.querySelector("input");
  const told = place.querySelector(".calendar-date");
  const asOffered = told.textContent;
  const words = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });

  function moved(days) {
    return calendar.replace(/^(DT(?:START|END)\S*:)(\d{4})(\d\d)(\d\d)/gm, (_, name, year, month, day) => {
      const then = new Date(date(`${year}-${month}-${day}`).getTime() + days * DAY);
      return name + then.toISOString().slice(0, 10).replaceAll("-", "");
    });
  }

  function show() {
    const first = choice.value && date(choice.value);
    for (const day of document.querySelectorAll(".day-date")) {
      if (first) day.textContent = words.format(first.getTime() + day.dataset.after * DAY);
    }
    if (!first) {
      file.href = offered;
      told.textContent = asOffered;
      return;
    }
    const days = (first - date(place.dataset.firstDay)) / DAY;
    if (file.href.startsWith("blob:")) URL.revokeObjectURL(file.href);
    file.href = URL.createObjectURL(new Blob([moved(days)], { type: "text/calendar" }));
    told.textContent = words.format(first);
  }

  choice.value = kept(`first-day.${page}`) || "";
  choice.addEventListener("change", () => {
    keep(`first-day.${page}`, choice.value);
    show();
  });
  place.querySelector(".calendar-choice").hidden = false;
  if (choice.value) show();
})();
