/* Search runs in a web worker, and browsers start none for pages opened from a folder (file:).
   There, this stands in for Worker: it runs the worker's script in a hidden frame of the same page.
   The name IFrameWorker is the one that Material's search looks for. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  function load(frame, address) {
    return new Promise(function (resolve, reject) {
      const script = frame.document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      frame.document.body.append(script);
    });
  }

  class FrameWorker extends EventTarget {
    constructor(address) {
      super();
      this.element = document.createElement("iframe");
      this.element.hidden = true;
      this.element.title = "search";
      document.body.append(this.element);
      const frame = this.element.contentWindow;
      frame.postMessage = (data) => this.receive(data);
      frame.importScripts = (...addresses) =>
        addresses.reduce((before, next) => before.then(() => load(frame, next)), Promise.resolve());
      this.ready = load(frame, new URL(address, location.href).href);
    }

    receive(data) {
      const event = new MessageEvent("message", { data });
      this.dispatchEvent(event);
      if (this.onmessage) this.onmessage(event);
    }

    postMessage(data) {
      this.ready.then(() => {
        const frame = this.element.contentWindow;
        frame.dispatchEvent(new frame.MessageEvent("message", { data }));
      });
    }

    terminate() {
      this.element.remove();
    }
  }

  window.IFrameWorker = window.Worker = FrameWorker;
})();
