/* A printed document's pages as pictures: what was printed anew takes the place of what stood there. */
(function () {
  "use strict";

  const main = document.querySelector("main.printed");
  const state = main.querySelector(".state");
  const pages = main.querySelector(".pages");

  function picture(number, version, words) {
    const image = document.createElement("img");
    image.alt = words.page_number.replace("{number}", number);
    image.src = `${main.dataset.address}.${number}.png?${version}`;
    return image.decode().then(() => image, () => image);
  }

  document.addEventListener("tangguh:printing", ({ detail: { words } }) => {
    state.textContent = words.printing;
    pages.classList.add("stale");
  });

  document.addEventListener("tangguh:printed", async ({ detail: { version, pages: number, fault, words } }) => {
    const numbers = Array.from({ length: number }, (_, index) => index + 1);
    if (version !== pages.dataset.version) {
      const images = await Promise.all(numbers.map((one) => picture(one, version, words)));
      pages.replaceChildren(...images.map((image) => {
        const entry = document.createElement("li");
        entry.append(image);
        return entry;
      }));
      pages.dataset.version = version;
    }
    pages.classList.toggle("stale", Boolean(fault));
    state.textContent = fault ? `${words.not_printed_now} ${fault}` : words.printed_now.replace("{number}", number);
  });
})();
